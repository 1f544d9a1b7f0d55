import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount, type WorldProject } from "../index.ts";
import { openVendor, type VendorCall } from "../testing/vendor-huawei.ts";

interface ListBody {
  key_details: { key_id: string; key_state: string }[];
  next_marker: string;
  truncated: string;
  total: number;
}

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ seed: 3 });
});
afterAll(() => emulators.close());

function account(name: string): WorldAccount {
  const found = emulators.world.accounts.find((each) => each.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

const open = (credential: Record<string, string>): VendorCall => openVendor(emulators.clouds.huawei.origin, credential);

async function readProject(call: VendorCall, project: WorldProject, limit: string): Promise<string[]> {
  const rows: string[] = [];
  let marker: string | undefined;
  do {
    const body = (await call(project, "POST", "kms/list-keys", { limit, key_spec: "ALL", ...(marker ? { marker } : {}) })) as unknown as ListBody;
    rows.push(...body.key_details.map((key) => `${key.key_id} ${key.key_state}`));
    marker = body.next_marker;
  } while (marker !== "");
  return rows.sort();
}

const STATES: Record<string, string> = { "pending-activation": "1", enabled: "2", disabled: "3", "pending-deletion": "4", "pending-import": "5", "6": "6" };

function described(from: WorldAccount, project: WorldProject): string[] {
  return from.keys
    .filter((key) => key.project === project.id)
    .map((key) => `${key.keyId} ${STATES[key.facts.state ?? ""]}`)
    .sort();
}

for (const name of ["Security tools", "EU platform"]) {
  test(`the vendor's signer gets all projects of ${name} back, in pages of 7`, async () => {
    const world = account(name);
    const credential = [world.credential, ...world.otherCredentials].find((each) => each.type === "access-key" && !each.securityToken);
    for (const project of world.projects) expect(await readProject(open(credential ?? {}), project, "7"), project.name).toEqual(described(world, project));
  });
}

test("it opens an account with a temporary key and its security token", async () => {
  const core = account("Core infra");
  const call = open(core.otherCredentials.find((each) => each.securityToken) ?? {});
  const [project] = core.projects;
  if (!project) throw new Error("no project");
  expect(await readProject(call, project, "2000")).toEqual(described(core, project));
});

test("it signs a GET with a query of slashes, colons and Chinese text", async () => {
  const core = account("Core infra");
  const call = open(core.otherCredentials[0] ?? {});
  const [project] = core.projects;
  if (!project) throw new Error("no project");
  const body = await call(project, "GET", "kms/aliases", undefined, { limit: "2", marker: "alias/a:b/不 存在*" });
  expect(body.page_info).toBeDefined();
});

// Signed by the vendor's signer and sent by fetch: its own client prints every refusal, signature included.
test("it is refused with a wrong secret", async () => {
  const tools = account("Security tools");
  const [project] = tools.projects;
  if (!project) throw new Error("no project");
  const endpoint = `${emulators.clouds.huawei.origin}/${project.region}/v1.0/${project.id}/kms/list-keys`;
  const statusWith = async (sk: string) => {
    const credentials = new BasicCredentials({ ak: tools.credential.accessKeyId, sk, projectId: project.id });
    const headers = AKSKSigner.sign(
      { endpoint, url: "", method: "POST", headers: { "content-type": "application/json" }, data: {}, queryParams: {}, pathParams: {} },
      credentials,
    ) as Record<string, string>;
    return (await fetch(endpoint, { method: "POST", headers, body: "{}" })).status;
  };
  expect(await statusWith(tools.credential.secretAccessKey ?? "")).toBe(200);
  expect(await statusWith("not-the-secret")).toBe(401);
});
