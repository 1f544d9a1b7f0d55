import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { Refusal } from "../model/refusal.ts";
import { forgetEnv } from "../env.ts";
import { closeDatabase, database, withTransaction } from "./database.ts";
import { migrate } from "./migrate.ts";
import { refusalIn } from "./refusal-in.ts";
import { instance, sources, users } from "./schema.ts";
import { sqlState } from "./sql-state.ts";
import { DATABASE_KINDS, useTestDatabase } from "./test-database.ts";

describe.each(DATABASE_KINDS)("the store's database (%s)", (kind) => {
  useTestDatabase(kind);

  test("migrations run once, however many processes start at once", async () => {
    await database().execute(sql`drop schema public cascade`);
    await database().execute(sql`create schema public`);
    await Promise.all([migrate(), migrate(), migrate()]);
    const { rows } = await database().execute(sql`select count(*)::int as n from migrations`);
    expect(rows).toEqual([{ n: expect.any(Number) }]);
    await migrate();
    expect(await database().$count(users)).toBe(0);
  });

  test("a newer or changed migration is refused in words", async () => {
    await database().execute(sql`update migrations set hash = 'x' where step = 0`);
    await expect(migrate()).rejects.toThrow("was changed after it ran here");
    await database().execute(sql`drop schema public cascade`);
    await database().execute(sql`create schema public`);
    await migrate();
    await database().execute(sql`insert into migrations (step, tag, hash) values (999, '0999_later', 'x')`);
    await expect(migrate()).rejects.toThrow("newer than this program");
    await database().execute(sql`delete from migrations where step = 999`);
  });

  test("where pg_trgm cannot be used the tables come without its index, and with the index afterwards", async () => {
    const indexes = async () => (await database().execute<{ name: string }>(sql`select indexname as name from pg_indexes where tablename = 'keys'`)).rows;
    await database().execute(sql`drop schema public cascade`);
    await database().execute(sql`create schema public`);
    // It stands in a schema that nobody looks in: as out of reach as without the right to add it.
    await database().execute(sql`create schema elsewhere`);
    await database().execute(sql`create extension pg_trgm schema elsewhere`);
    await migrate();
    expect(await indexes()).not.toContainEqual({ name: "keys_search" });
    expect(await indexes()).toContainEqual({ name: "keys_untold" });
    await database().execute(sql`drop schema elsewhere cascade`);
    await database().execute(sql`create extension pg_trgm`);
    await database().execute(sql`create index keys_search on keys using gin (search gin_trgm_ops)`);
  });

  test("times come back in one form", async () => {
    const user = { id: "u", email: "e", name: "n", role: "owner", createdAt: "2026-11-22T14:00:00.25+08:00" };
    await database().insert(users).values(user);
    const [read] = await database().select({ at: users.createdAt }).from(users);
    expect(read?.at).toBe("2026-11-22T06:00:00.250Z");
  });

  test("many clients at once each get their own answer", async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        if (n % 3) return (await database().execute<{ n: number }>(sql`select ${n}::int as n`)).rows[0]?.n;
        return withTransaction(async (tx) => {
          await tx.insert(instance).values({ name: `n${n}`, value: n });
          const [row] = await tx
            .select()
            .from(instance)
            .where(eq(instance.name, `n${n}`));
          return row?.value;
        });
      }),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });

  test("a transaction that throws leaves nothing", async () => {
    await expect(
      withTransaction(async (tx) => {
        await tx.insert(instance).values({ name: "x", value: 1 });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await database().$count(instance)).toBe(0);
  });

  test("a source without a project stands once", async () => {
    await database().execute(sql`insert into accounts (id, cloud, name, groups, endpoints, projects, credential_type, credential_hint, credential_set_at, created_at)
      values ('a', 'c', 'n', '[]', '{}', '{}', 't', '', now(), now())`);
    await database().insert(sources).values({ id: "1", accountId: "a", region: "r", project: null });
    const twice = database().insert(sources).values({ id: "2", accountId: "a", region: "r", project: null });
    expect(
      sqlState(
        await twice.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    ).toBe("23505");
  });

  test("without a database there is one clear sentence", async () => {
    await closeDatabase();
    const before = { ...process.env };
    Object.assign(process.env, kind === "server" ? { DATABASE_URL: "postgres://127.0.0.1:1/none" } : { KEYATLAS_DATA: "/nowhere/at/all" });
    forgetEnv();
    const refusal = refusalIn(
      await database()
        .$count(users)
        .then(
          () => null,
          (error: unknown) => error,
        ),
    );
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal?.code).toBe("store_unavailable");
    expect(refusal?.message).toMatch(/^The database (is not running|cannot be reached)/);
    await closeDatabase();
    process.env = before;
    forgetEnv();
  });
});
