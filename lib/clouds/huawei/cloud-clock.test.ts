import { describe, expect, it } from "vitest";
import { type Canned, connectTo } from "../testing/connect-to.ts";
import { failureOf } from "../testing/failure-of.ts";

const SOURCE = { region: "cn-north-4", project: "p" };
const LIST = JSON.stringify({ keys: [], key_details: [], next_marker: "", truncated: "false", total: 0 });
const refused = (code: string, minutes: number | null): Canned => ({
  status: 401,
  headers: minutes === null ? {} : { date: new Date(Date.now() + minutes * 60_000).toUTCString() },
  body: JSON.stringify({ error_code: code, error_msg: "x-sdk-date expired", request_id: "rid" }),
});
const clockOf = (connection: Awaited<ReturnType<typeof connectTo>>["connection"]) => connection.preflight.find(({ action }) => action.startsWith("clock"));

describe("the clock", () => {
  it.each([
    ["APIGW.0303", 17, "behind"],
    ["APIG.0301", -17, "ahead of"],
  ])("is taken from a %s whose Date is %i minutes off: once, and said", async (code, minutes, words) => {
    const { connection, asked } = await connectTo("huawei", refused(code, minutes), LIST);
    await connection.listKeys(SOURCE);
    await connection.listKeys(SOURCE);
    expect(asked).toHaveLength(3);
    await expect(clockOf(connection)?.try(SOURCE, null)).rejects.toMatchObject({
      code: "clock_off",
      message: expect.stringContaining(`17 minutes ${words} the cloud's`),
    });
  });

  it.each([null, 0, 1])("is not blamed for a refusal whose Date is %s minutes off, which is not tried again", async (minutes) => {
    const { connection, asked } = await connectTo("huawei", refused("APIGW.0301", minutes));
    expect(await failureOf(connection.listKeys(SOURCE))).toMatchObject({ kind: "auth", code: "APIGW.0301" });
    expect(asked).toHaveLength(1);
    await expect(clockOf(connection)?.try(SOURCE, null)).resolves.toBeUndefined();
  });

  it("is named beside a refusal that stays, and corrected no second time", async () => {
    const { connection, asked } = await connectTo("huawei", refused("APIGW.0301", 17));
    expect(await failureOf(connection.listKeys(SOURCE))).toMatchObject({ kind: "auth", advice: expect.stringMatching(/clock is 17 minutes behind/) });
    expect(asked).toHaveLength(2);
  });

  it("does not matter to other refusals", async () => {
    const { connection, asked } = await connectTo("huawei", { ...refused("APIGW.0302", 60), status: 403 });
    expect(await failureOf(connection.listKeys(SOURCE))).toMatchObject({ kind: "forbidden" });
    expect(asked).toHaveLength(1);
  });
});
