import { describe, expect, it } from "vitest";
import { type Canned, connectTo } from "../testing/connect-to.ts";

const SOURCE = { region: "cn-north-4", project: "p1" };
const ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
const connected = (...answers: (Canned | string)[]) => connectTo("huawei", ...answers);

describe("rotation, aliases and tags", () => {
  const rotation = async (answer: Canned | string) => {
    const { connection } = await connected(answer);
    return connection.details[0]!.read(SOURCE, ID);
  };

  it("reads the rotation answer, in which the switch is a boolean and the count may be text", async () => {
    const on = await rotation(
      JSON.stringify({ key_rotation_enabled: true, rotation_interval: "365", last_rotation_time: "1501578672000", number_of_rotations: "3" }),
    );
    expect(on.value).toMatchObject({ values: { rotation: "on", rotationIntervalDays: 365, lastRotatedAt: "2017-08-01T09:11:12.000Z" } });
    const off = await rotation(JSON.stringify({ key_rotation_enabled: false, last_rotation_time: "" }));
    expect(off.value.values).toEqual({ rotation: "off", rotationIntervalDays: null, lastRotatedAt: null });
    await expect(rotation("{}")).rejects.toMatchObject({ kind: "protocol" });
  });

  it.each(["KMS.0209", "KMS.0210", "KMS.0211", "KMS.0312", "KMS.0313", "KMS.0319", "KMS.0324", "KMS.0325", "KMS.0331", "KMS.0338", "KMS.0341"])(
    "reads %s as a question that does not apply",
    async (code) => {
      const { value, call } = await rotation({ status: 400, body: JSON.stringify({ error: { error_code: code, error_msg: "no" } }) });
      expect(value.absent).toEqual({ rotationIntervalDays: { reason: "not-applicable", note: code }, lastRotatedAt: { reason: "not-applicable", note: code } });
      expect(call.requestId).toBe("rid-header");
    },
  );

  it.each([
    ["the bare object", (page: object) => page],
    ["a list of one", (page: object) => [page]],
  ])("takes aliases as %s, page by page", async (_, wrap) => {
    const first = wrap({ aliases: [{ key_id: ID, alias: "alias/a b" }], page_info: { next_marker: "alias/a b", current_count: 1 } });
    const last = wrap({ aliases: [], page_info: { next_marker: "", current_count: 0 } });
    const { connection, asked } = await connected(JSON.stringify(first), JSON.stringify(last));
    const [aliases] = connection.sweeps;
    expect(await aliases?.page(SOURCE, { pageToken: null, keyIds: [] })).toMatchObject({
      next: "alias/a b",
      readings: [{ keyId: ID, values: { aliases: ["alias/a b"] } }],
    });
    expect(await aliases?.page(SOURCE, { pageToken: "alias/a b", keyIds: [] })).toMatchObject({ next: null, readings: [] });
    expect(asked.map(({ url }) => url.searchParams.get("marker"))).toEqual([null, "alias/a b"]);
  });

  it("takes a site without the alias API for one without such aliases, and a refusal for a refusal", async () => {
    const aliasPage = async (status: number, body: object) =>
      (await connected({ status, body: JSON.stringify(body) })).connection.sweeps[0]!.page(SOURCE, { pageToken: null, keyIds: [] });
    expect(await aliasPage(404, { error_code: "APIG.0101", error_msg: "no such api", request_id: "r" })).toMatchObject({ readings: [], next: null });
    await expect(aliasPage(403, { error: { error_code: "KMS.0306", error_msg: "no" } })).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("reads tags by offset, with numbers as text, under both names of the detail", async () => {
    const rows = [
      {
        resource_id: ID,
        tags: [
          { key: "env", value: "prod" },
          { key: "$", value: "" },
        ],
      },
      { key_details: { key_id: "id-2" }, tags: null },
    ];
    const { connection, asked } = await connected(JSON.stringify({ resources: rows, total_count: "3" }), JSON.stringify({ resources: [], total_count: "3" }));
    const tags = connection.sweeps[1]!;
    expect(await tags.page(SOURCE, { pageToken: null, keyIds: [] })).toMatchObject({
      next: "2",
      readings: [
        { keyId: ID, values: { tags: { env: "prod", $: "" } } },
        { keyId: "id-2", values: { tags: {} } },
      ],
    });
    expect(await tags.page(SOURCE, { pageToken: "2", keyIds: [] })).toMatchObject({ next: null });
    expect(asked.map(({ body }) => body)).toEqual(['{"action":"filter","limit":"1000","offset":"0"}', '{"action":"filter","limit":"1000","offset":"2"}']);
  });
});
