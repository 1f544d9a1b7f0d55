import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutSource, type Emulators, startEmulators, type WorldAccount, type WorldKey, type WorldProject } from "../index.ts";
import { accountNamed, projectNamed } from "../testing/account-named.ts";
import { callHuawei, signHuawei } from "../testing/call-huawei.ts";
import { openVendor, type VendorCall } from "../testing/vendor-huawei.ts";

let emulators: Emulators;
let eu: WorldAccount;
let west: WorldProject;
let held: WorldKey[];
let call: VendorCall;
beforeAll(async () => {
  emulators = await startEmulators({ seed: 3 });
  eu = accountNamed(emulators.world, "EU platform");
  west = projectNamed(eu, "eu-west-101");
  held = eu.keys.filter((key) => key.project === west.id);
  call = openVendor(emulators.clouds.huawei.origin, keyPair(eu));
});
afterAll(() => emulators.close());

function keyPair(account: WorldAccount): Record<string, string> {
  return [account.credential, ...account.otherCredentials].find((each) => each.type === "access-key" && !each.securityToken) ?? {};
}

interface Grant {
  grant_id: string;
  grantee_principal: string;
  grantee_principal_type: string;
  operations: string[];
  issuing_principal: string;
  creation_date: string;
  name?: string;
}

test("the vendor's signer reads all grants of a project back", async () => {
  const customers = held.filter((key) => key.facts.manager === "customer");
  expect(customers.some((key) => key.extras.grants.length > 100)).toBe(true);
  for (const key of customers) {
    const rows: Grant[] = [];
    for (let marker = "0"; marker !== ""; ) {
      const body = await call(west, "POST", "kms/list-grants", { key_id: key.keyId, limit: "60", marker });
      rows.push(...(body.grants as Grant[]));
      marker = body.next_marker as string;
    }
    const told = rows.map((row) => ({
      id: row.grant_id,
      name: row.name ?? null,
      grantee: row.grantee_principal,
      granteeKind: row.grantee_principal_type,
      operations: row.operations,
      issuer: row.issuing_principal,
      createdAt: new Date(Number(row.creation_date)).toISOString(),
    }));
    expect(told, key.keyId).toEqual(key.extras.grants);
  }
});

test("it reads materials, tags, quotas, enterprise projects and keystores back", async () => {
  const rotating = held.filter((key) => key.facts.rotation === "on");
  expect(rotating.length).toBeGreaterThan(3);
  for (const { keyId, extras, facts } of rotating) {
    const status = await call(west, "POST", "kms/get-key-rotation-status", { key_id: keyId });
    expect((status.key_materials as { material_id: string }[]).map((each) => each.material_id)).toEqual(extras.versions.map((version) => version.id));
    const { tags } = await call(west, "GET", `kms/${keyId}/tags`);
    expect(Object.fromEntries((tags as { key: string; value: string }[]).map(({ key, value }) => [key, value]))).toEqual(facts.tags);
  }
  const about = aboutSource(eu, { region: west.region, project: west.id });
  const { resources } = (await call(west, "GET", "kms/user-quotas")).quotas as { resources: { type: string; used: number; quota: number }[] };
  expect(resources.map(({ type, used, quota }) => ({ name: type, used, most: quota }))).toEqual(about.quotas);
  const enterprise = held.find((key) => key.facts.enterpriseProject !== "0")?.facts.enterpriseProject ?? "";
  expect((await call(west, "POST", "kms/list-keys", { key_spec: "ALL", enterprise_project_id: enterprise })).total).toBe(
    held.filter((key) => key.facts.enterpriseProject === enterprise).length,
  );
  const pci = projectNamed(eu, "eu-west-101_pci");
  const { keystores } = await call(pci, "GET", "keystores", undefined, { limit: "10", offset: "0" });
  expect((keystores as { keystore_id: string }[]).map((each) => each.keystore_id)).toEqual(
    aboutSource(eu, { region: pci.region, project: pci.id }).instances?.map((each) => each.id),
  );
});

test("it signs with a temporary key that an agency gave", async () => {
  const url = `${emulators.clouds.huawei.origin}/iam/v3.0/OS-CREDENTIAL/securitytokens`;
  const body = { auth: { identity: { methods: ["assume_role"], assume_role: { domain_name: "hw-eu-platform", agency_name: "keyatlas_reader" } } } };
  const answer = await callHuawei(url, { body, headers: signHuawei(url, body, keyPair(accountNamed(emulators.world, "Security tools"))) });
  const { access, secret, securitytoken } = answer.body.credential as { access: string; secret: string; securitytoken: string };
  const temporary = openVendor(emulators.clouds.huawei.origin, { accessKeyId: access, secretAccessKey: secret, securityToken: securitytoken });
  expect((await temporary(west, "POST", "kms/list-keys", { key_spec: "ALL" })).total).toBe(held.length);
});
