import { expect, it } from "vitest";
import type { ReadKey } from "#lib/model/reading.ts";
import { connectTo } from "../testing/connect-to.ts";
import { reconcile } from "./reconcile.ts";

const CREATED = "2017-08-15T12:23:42.000Z";

it.each([
  [CREATED, null],
  ["2017-08-15T12:23:42.900Z", null],
  ["2017-08-15T12:23:43.000Z", "2017-08-15T12:23:43.000Z"],
  [null, null],
])("takes a last rotation at %s of a key made then for %s", (lastRotatedAt, expected) => {
  const key: ReadKey = { keyId: "k", arn: null, values: { createdAt: CREATED, lastRotatedAt }, absent: {}, facts: {}, raw: {}, describedAt: null };
  reconcile(key);
  expect(key.values.lastRotatedAt).toBe(expected);
  expect(key.absent).toEqual({});
});

it.each([
  [{ key_rotation_enabled: true, rotation_interval: 365, last_rotation_time: "" }, { rotation: "on", rotationIntervalDays: 365, lastRotatedAt: null }, {}],
  [
    { key_rotation_enabled: "true", rotation_interval: "365", last_rotation_time: "1502799822000" },
    { rotation: "on", rotationIntervalDays: 365, lastRotatedAt: CREATED },
    {},
  ],
  [{ key_rotation_enabled: false, last_rotation_time: "1502799822000" }, { rotation: "off", rotationIntervalDays: null, lastRotatedAt: CREATED }, {}],
  [{ key_rotation_enabled: true }, { rotation: "on" }, { rotationIntervalDays: { reason: "unreported" }, lastRotatedAt: { reason: "unreported" } }],
])("reads the rotation status %j", async (body, values, absent) => {
  const { connection } = await connectTo("huawei", JSON.stringify(body));
  const told = await connection.details[0]?.read({ region: "cn-north-4", project: "p" }, "k");
  expect(told?.value).toMatchObject({ values, absent });
});
