import { describe, expect, it } from "vitest";
import { useAlibaba } from "./testing/use-alibaba.ts";

const days = (n: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + n * 86_400_000).toISOString();
const wire = (iso: string) => `${iso.slice(0, 19)}Z`;

describe("words and dates", () => {
  const cloud = useAlibaba();

  it("4: empty strings are empty answers: no date is 1970 or invalid, and nothing is unknown", async () => {
    const [row] = await cloud.described({
      DeleteDate: "",
      MaterialExpireTime: "",
      Description: "",
      DKMSInstanceId: "",
      LastRotationDate: "",
      NextRotationDate: "",
    });
    expect(row).toMatchObject({
      deletesAt: null,
      expiresAt: null,
      description: null,
      instance: null,
      lastRotatedAt: null,
      absent: { enterpriseProject: "unreported" },
      notes: {},
    });
    expect(Object.keys(row?.absent ?? {})).toEqual(["enterpriseProject"]);
    expect(await cloud.ids(`id=${row?.keyId}&deletes=none&expires=none&description=none&instance=none&rotated=none`)).toEqual([row?.keyId]);
  });

  it("5: members that an old capture lacks are unreported, never off, disabled or software", async () => {
    const [row] = await cloud.described({ KeySpec: undefined, AutomaticRotation: undefined, DeletionProtection: undefined, ProtectionLevel: undefined });
    expect(row).toMatchObject({ spec: null, family: null, rotation: null, deletionProtection: null, protection: null });
    expect(row?.absent).toMatchObject({
      spec: "unreported",
      family: "unreported",
      rotation: "unreported",
      deletionProtection: "unreported",
      protection: "unreported",
    });
    expect(await cloud.ids(`id=${row?.keyId}&rotation=off`)).toEqual([]);
    expect(await cloud.ids(`id=${row?.keyId}&deletionProtection=unreported&rotation=unreported`)).toEqual([row?.keyId]);
  });

  it("6: a state, spec, usage and origin of tomorrow keep their words, are counted and can be filtered", async () => {
    const [row] = await cloud.described({ KeySpec: "Aliyun_ML_DSA_65", KeyState: "FrozenByRisk", KeyUsage: "WRAP/UNWRAP", Origin: "XKI_STORE" });
    expect(row).toMatchObject({ spec: "ml-dsa-65", state: "frozen-by-risk", usage: "wrap-unwrap", origin: "xki-store", presence: "present" });
    const { facets } = await cloud.list("facets=state,spec,usage,origin");
    expect(facets.state).toContainEqual({ value: "frozen-by-risk", count: 1 });
    expect(facets.spec).toContainEqual({ value: "ml-dsa-65", count: 1 });
    expect(facets.usage).toContainEqual({ value: "wrap-unwrap", count: 1 });
    expect(facets.origin).toContainEqual({ value: "xki-store", count: 1 });
    expect(await cloud.ids("state=frozen-by-risk&spec=ml-dsa-65&usage=wrap-unwrap&origin=xki-store")).toEqual([row?.keyId]);
    expect((await cloud.detail(row ?? { keyId: "" })).raw).toMatchObject({ DescribeKey: { KeySpec: "Aliyun_ML_DSA_65", KeyState: "FrozenByRisk" } });
  });

  it("14: a deletion of the future, of today and long overdue all stay in the list, with their date", async () => {
    const at = [6, 0.2, -40].map(days);
    const rows = await cloud.described(...at.map((when) => ({ KeyState: "PendingDeletion", DeleteDate: wire(when) })));
    expect(rows.map(({ state, presence, deletesAt }) => [state, presence, deletesAt])).toEqual(at.map((when) => ["pending-deletion", "present", when]));
    const ids = rows.map(({ keyId }) => keyId);
    expect(await cloud.ids(`id=${ids.join(",")}&deletes=..7d`)).toEqual(ids.toSorted());
    expect(await cloud.ids(`id=${ids.join(",")}&deletes=..0d`)).toEqual([ids[2]]);
  });

  it("14: a key that waits for its deletion without a date says so, and is not taken for one without deletion", async () => {
    const [row] = await cloud.described({ KeyState: "PendingDeletion", DeleteDate: undefined });
    expect(row).toMatchObject({ state: "pending-deletion", deletesAt: null, absent: { deletesAt: "unreported" } });
  });

  it("15: an import that waits has no version and no date of expiry; expired material has its date in the past", async () => {
    const expired = days(-3);
    const [waiting, over, onTime] = await cloud.described(
      { KeyState: "PendingImport", Origin: "EXTERNAL", PrimaryKeyVersion: undefined, MaterialExpireTime: "" },
      { KeyState: "PendingImport", Origin: "EXTERNAL", PrimaryKeyVersion: "", MaterialExpireTime: wire(expired) },
      { MaterialExpireTime: wire(expired) },
    );
    expect(waiting).toMatchObject({ state: "pending-import", origin: "imported", expiresAt: null, absent: { rotation: "not-applicable" } });
    expect(waiting?.absent.expiresAt).toBeUndefined();
    expect(over).toMatchObject({ origin: "imported", expiresAt: expired });
    expect(onTime).toMatchObject({
      origin: "cloud",
      expiresAt: null,
      absent: { expiresAt: "not-applicable" },
      notes: { expiresAt: "only imported material expires" },
    });
    expect(await cloud.ids(`id=${over?.keyId},${onTime?.keyId}&expires=..0d`)).toEqual([over?.keyId]);
  });

  it("42: dates with milliseconds or an offset are one moment, one of the future is kept, an unreadable one is shown as it came", async () => {
    const future = days(30);
    const rows = await cloud.described(
      { CreationDate: "2024-05-20T14:34:21+08:00" },
      { CreationDate: "2024-05-20T06:34:21.000Z" },
      { CreationDate: wire(future) },
      { CreationDate: "20th of May" },
      { CreationDate: "2024-02-31T00:00:00Z" },
      { CreationDate: "2024-05-20 14:34:21" },
    );
    expect(rows.map(({ createdAt }) => createdAt)).toEqual(["2024-05-20T06:34:21.000Z", "2024-05-20T06:34:21.000Z", future, null, null, null]);
    expect(rows[3]).toMatchObject({ absent: { createdAt: "failed" }, notes: { createdAt: "unreadable: 20th of May" } });
    expect(rows[4]).toMatchObject({ absent: { createdAt: "failed" }, notes: { createdAt: "unreadable: 2024-02-31T00:00:00Z" } });
    expect(rows[5]).toMatchObject({ absent: { createdAt: "failed" }, notes: { createdAt: "unreadable: 2024-05-20 14:34:21" } });
  });
});
