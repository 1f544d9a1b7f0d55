import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { listKeys } from "../inventory/list-keys.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { database } from "../store/database.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount } from "../sync/testing/sync-world.ts";
import { refreshPlaces } from "./refresh-account.ts";
import { worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.close());

describe("discovery", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("a region that the cloud names by now is unlisted at once, although no source changed", async () => {
    const { id } = await connectWorldAccount(emulators, worldAccount(emulators, "Data lake"));
    const unlisted = async () => (await listKeys(SYSTEM_SCOPE, parseStrict(""))).coverage.unlisted;
    await database().execute(sql`update accounts set discovered = '[]'::jsonb`);
    expect(await unlisted()).toEqual([]);
    await refreshPlaces(id);
    expect(await unlisted()).toEqual([{ account: id, region: "us-west-1" }]);
  });
});
