import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { cloudOf } from "../clouds/registry.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount } from "../sync/testing/sync-world.ts";
import { connectAccount } from "./connect-account.ts";
import { discoverPlaces } from "./discover-places.ts";
import { editAccount } from "./edit-account.ts";
import { checkRow } from "./import/check-row.ts";
import { refusal, worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.close());
const CREDENTIAL = { type: "password", domainName: "OTC0001", userName: "u", password: "not-for-others" };
const input = (regions: string[], endpoints: Record<string, string> = {}) => ({ cloud: "huawei", name: "Mixed", regions, credential: CREDENTIAL, endpoints });

describe("a credential goes to one company", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test.each(["cn-north-4", "eu-west-0", "eu-ch2", "eu-west-101"])("eu-de and %s are no regions of one account, in a file neither", async (region) => {
    const told = { code: "invalid_body", field: "regions", message: expect.stringContaining("Open Telekom Cloud") };
    expect(await refusal(connectAccount(SYSTEM_SCOPE, input(["eu-de", region])))).toMatchObject(told);
    expect(await refusal(connectAccount(SYSTEM_SCOPE, input(["eu-de", region], { kms: emulators.clouds.huawei.endpoints.kms ?? "" })))).toMatchObject(told);
    expect(() => checkRow(SYSTEM_SCOPE, input(["eu-nl", region]))).toThrow("Open Telekom Cloud");
    expect(checkRow(SYSTEM_SCOPE, input(["eu-de", "eu-nl"])).regions).toHaveLength(2);
    expect(checkRow(SYSTEM_SCOPE, input(["eu-de", region], emulators.clouds.huawei.endpoints)).regions).toHaveLength(2);
  });

  test("another company's regions ask for the credential again", async () => {
    const { id } = await connectWorldAccount(emulators, worldAccount(emulators, "EU platform"));
    await database().execute(sql`update accounts set endpoints = '{}', regions = '["eu-de"]' where id = ${id}`);
    for (const regions of [["cn-north-4"], ["eu-ch2", "eu-de"], "all"])
      expect(await refusal(editAccount(SYSTEM_SCOPE, id, { regions }))).toMatchObject({ code: "credential_required", field: "credential" });
  });

  test("all regions are those of the home's company; others are only noted", async () => {
    const call = { operation: "auth/projects", at: new Date().toISOString(), requestId: null };
    const asked: string[] = [];
    const connection = {
      regions: async () => ({ value: ["cn-north-4", "eu-de"], call }),
      projects: async (region: string) => {
        asked.push(region);
        return { value: [{ id: "p", name: region }], call };
      },
    };
    const places = await discoverPlaces(cloudOf("huawei"), connection, { regions: null, projects: {}, endpoints: {} });
    expect(asked).toEqual(["cn-north-4"]);
    expect(places.wanted).toEqual([{ region: "cn-north-4", project: "p" }]);
    expect(places.discovered).toContainEqual({ region: "eu-de", project: null });
  });
});
