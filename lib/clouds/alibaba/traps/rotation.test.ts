import { describe, expect, it } from "vitest";
import { useAlibaba } from "./testing/use-alibaba.ts";

const ROTATION = ["rotation", "rotationIntervalDays", "lastRotatedAt", "nextRotationAt"] as const;
const day = (n: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + n * 86_400_000).toISOString();
const wire = (iso: string) => `${iso.slice(0, 19)}Z`;

describe("rotation", () => {
  const cloud = useAlibaba();

  it("7: RotationInterval 31536000s is 365 days; 604800s, 7d, 12h, 0s, garbage", async () => {
    const intervals = ["31536000s", "604800s", "7d", "168h", "604800", "0s", "", "12h", "90m", "0d", "-7d", "7 days", "1e3d", "٧d"];
    const rows = await cloud.described(...intervals.map((RotationInterval) => ({ AutomaticRotation: "Enabled", RotationInterval })));
    const unreadable = (words: string) => ({ failed: `unreadable: ${words}` });
    expect(
      rows.map((row) => (row.absent.rotationIntervalDays ? { [row.absent.rotationIntervalDays]: row.notes.rotationIntervalDays } : row.rotationIntervalDays)),
    ).toEqual([365, 7, 7, 7, 7, null, null, 0.5, 0.0625, null, ...["-7d", "7 days", "1e3d", "٧d"].map(unreadable)]);
    expect(rows.every(({ rotation }) => rotation === "on")).toBe(true);
  });

  it("8: a last rotation that repeats the creation means never, however it is written, and is no unknown", async () => {
    const [repeated, elsewhere, rotated] = await cloud.described(
      { CreationDate: "2024-05-20T06:34:21Z", LastRotationDate: "2024-05-20T06:34:21Z" },
      { CreationDate: "2024-05-20T06:34:21Z", LastRotationDate: "2024-05-20T14:34:21.000+08:00" },
      { CreationDate: "2024-05-20T06:34:21Z", LastRotationDate: "2024-05-20T06:34:22Z" },
    );
    for (const row of [repeated, elsewhere]) {
      expect(row).toMatchObject({ createdAt: "2024-05-20T06:34:21.000Z", lastRotatedAt: null });
      expect(row?.absent.lastRotatedAt).toBeUndefined();
    }
    expect(rotated?.lastRotatedAt).toBe("2024-05-20T06:34:22.000Z");
    const ids = [repeated, elsewhere, rotated].map((row) => row?.keyId);
    expect(await cloud.ids(`id=${ids.join(",")}&rotated=none`)).toEqual([ids[0], ids[1]].sort());
  });

  it("9: a suspended rotation whose next date is over is suspended, and neither on nor off", async () => {
    const next = day(-100);
    const [row] = await cloud.described({ KeyState: "Disabled", AutomaticRotation: "Suspended", RotationInterval: "31536000s", NextRotationDate: wire(next) });
    expect(row).toMatchObject({ rotation: "suspended", rotationIntervalDays: 365, nextRotationAt: next, state: "disabled" });
    expect(await cloud.ids(`id=${row?.keyId}&rotation=on,off`)).toEqual([]);
    expect(await cloud.ids(`id=${row?.keyId}&rotation=suspended`)).toEqual([row?.keyId]);
  });

  it("10: rotation does not apply to asymmetric, imported, service, MAC and hardware keys, with the reason, whatever is printed", async () => {
    const printed = { AutomaticRotation: "Disabled", RotationInterval: "31536000s" };
    const cases = [
      ["asymmetric key", { KeySpec: "RSA_2048" }],
      ["asymmetric key", { KeySpec: "EC_SM2", KeyUsage: "SIGN/VERIFY", AutomaticRotation: "Enabled" }],
      ["imported key material", { Origin: "EXTERNAL" }],
      ["service key", { Creator: "Oss" }],
      ["MAC key", { KeySpec: "HMAC_SHA_256", KeyUsage: "GENERATE/VERIFY_MAC" }],
      ["hardware key", { KeyStorageMechanism: "HsmInternal" }],
    ] as const;
    const rows = await cloud.described({ AutomaticRotation: "Disabled" }, ...cases.map(([, members]) => ({ ...printed, ...members })));
    for (const [nth, [why]] of cases.entries()) {
      for (const field of ROTATION) {
        expect([why, rows[nth + 1]?.[field], rows[nth + 1]?.absent[field], rows[nth + 1]?.notes[field]]).toEqual([why, null, "not-applicable", why]);
      }
    }
    const [off, ...others] = rows.map(({ keyId }) => keyId);
    const all = `id=${[off, ...others].join(",")}`;
    expect(await cloud.ids(`${all}&rotation=off`)).toEqual([off]);
    expect(await cloud.ids(`${all}&rotation=!on`)).toEqual([off]);
    expect(await cloud.ids(`${all}&rotation=not-applicable`)).toEqual(others.sort());
  });
});
