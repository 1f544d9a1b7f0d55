import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { database, withTransaction } from "./database.ts";
import { sqlState } from "./sql-state.ts";

const JOURNAL = z.object({ entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string().regex(/^[\w-]+$/) })) });
const FOLDER = new URL("./migrations/", import.meta.url);

/**
 * Brings the tables up to date: forward only, all steps in one transaction, safe when several processes start at once.
 * Throws when the database was migrated by a newer version, or a step that ran here has another text by now.
 */
export async function migrate(): Promise<void> {
  const { entries } = JOURNAL.parse(JSON.parse(await readFile(new URL("meta/_journal.json", FOLDER), "utf8")));
  const steps = await Promise.all(
    entries.map(async ({ idx, tag }) => {
      const text = await readFile(new URL(`${tag}.sql`, FOLDER), "utf8");
      return { step: idx, tag, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
  await createJournal();
  await withTransaction(async (tx) => {
    await tx.execute(sql`lock table migrations in exclusive mode`);
    const { rows: done } = await tx.execute<{ step: number; tag: string; hash: string }>(sql`select step, tag, hash from migrations order by step`);
    for (const { step, tag, hash } of done) {
      const known = steps.find((one) => one.step === step);
      if (!known) throw new Error(`The database is newer than this program: it ran migration ${tag}. Start the newer version.`);
      if (known.hash !== hash) throw new Error(`Migration ${tag} was changed after it ran here.`);
    }
    for (const { step, tag, text, hash } of steps.slice(done.length)) {
      for (const statement of text.split("--> statement-breakpoint")) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into migrations (step, tag, hash) values (${step}, ${tag}, ${hash})`);
    }
  });
}

/** `if not exists` still fails in one of two sessions that create at once: PostgreSQL checks the name before it locks it. */
async function createJournal(): Promise<void> {
  const create = sql`create table if not exists migrations (step integer primary key, tag text not null, hash text not null, at timestamptz not null default now())`;
  try {
    await database().execute(create);
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    await database().execute(create);
  }
}
