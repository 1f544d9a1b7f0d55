import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { SAID } from "./index.ts";
import { sayInChinese } from "./say-in-chinese.ts";

const ROOMS = ["lib/clouds", "lib/reading", "lib/accounts", "lib/sync", "lib/inventory/live"];
/** Of the API alone, or of the programme itself: no page asks for what brings them. */
const NEVER_ON_A_PAGE =
  /page token|key ids only|^A page of this cloud|^This cloud needs|no part called|^Connecting an account needs|request id finds it|^Somebody else changed|^There is no such account|^A drop is accepted|^No connected account|^The database/;
/** Put together of pieces; said below. */
const IN_PIECES = /clock is|It failed many times|twice running|^7, 7: connect|^7:? 7\.$|^7 Calls are/;

const sources = ROOMS.flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file))).filter(
  (file) => file.endsWith(".ts") && !/test|traps|fuzz|suite/.test(file),
);
/** Sentences, and what an action feeds; a place in them is `{}`. */
const sentences = sources.flatMap((file) => {
  const code = readFileSync(file, "utf8").replaceAll(/^\s*(\/?\*|\/\/).*$/gm, "");
  const said = [...code.matchAll(/"([A-Z]\w*\b[^"\n]* [^"\n]*\.)"|`((?:[A-Z]\w*\b|\$\{)[^`\n]* [^`\n]*\.)`|feeds: "([^"]+)"/g)];
  return said.map(([, plain, filled, feeds]) => (plain ?? filled ?? feeds ?? "").replaceAll(/\$\{[^}]*\}/g, "7"));
});

it("knows the Chinese of every sentence that a cloud, a reading or a form of accounts may say", () => {
  expect(sentences.length).toBeGreaterThan(150);
  const unknown = sentences.filter((sentence) => !NEVER_ON_A_PAGE.test(sentence) && !IN_PIECES.test(sentence) && sayInChinese(sentence) === null);
  expect([...new Set(unknown)]).toEqual([]);
});

it("fills the places of a sentence and says one after the other", () => {
  expect(sayInChinese("This action is not allowed to the access key. Grant kms:ListKeys in the RAM policy of this user or role.")).toBe(
    "该 AccessKey 没有此操作的权限。请在该用户或角色的 RAM 策略中授予 kms:ListKeys。",
  );
  expect(sayInChinese("kms.cn-hangzhou.aliyuncs.com refused the connection.")).toBe("kms.cn-hangzhou.aliyuncs.com 拒绝了连接。");
  expect(sayInChinese("The cloud could not answer. It failed many times in a row (KMS.0104) and is left alone for some seconds.")).toBe(
    "云无法应答。它接连多次失败（KMS.0104），暂停调用数秒。",
  );
  expect(sayInChinese("The number of keys changed while the cloud listed them, twice running. No key was marked missing or gone.")).toBe(
    "连续两次，密钥数量在云列出的过程中发生了变化。没有密钥被标记为缺失或消失。",
  );
  expect(sayInChinese("127.0.0.1:4801 took longer than 15 seconds.")).toBe("127.0.0.1:4801 超过 15 秒没有应答。");
  expect(
    sayInChinese(
      '"eu-de" is a region of Open Telekom Cloud, "cn-north-4" is a region of Huawei Cloud: connect it as an account of its own, with a credential of its own.',
    ),
  ).toContain("Open Telekom Cloud");
  expect(sayInChinese("The clock is 7 minutes off: this machine's is ahead of the cloud's.")).toBe("时钟相差 7 分钟：本机时钟比云端快。");
  expect(sayInChinese("This machine's clock is 16 minutes behind the cloud's. Calls are signed by the cloud's time instead.")).toBe(
    "本机时钟比云端慢 16 分钟。调用改用云端时间签名。",
  );
});

it("calls clouds as pages call them, without the spaces around Latin words", () => {
  const names = new Map([["A Cloud", "甲云"]]);
  const settle = (cloud: string) => sayInChinese(`The account's owner has to settle this with ${cloud}.`, names);
  expect(settle("A Cloud")).toBe("需由账号所有者与甲云处理。");
  expect(settle("B Cloud")).toBe("需由账号所有者与 B Cloud 处理。");
});

test.each(["", "Nobody ever said this.", "This action is not allowed to the user. Nobody ever said this."])(
  "leaves what it does not know wholly alone: %j",
  (text) => expect(sayInChinese(text)).toBeNull(),
);

it("uses the same places, and Chinese signs", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [english, chinese] of Object.entries(SAID)) {
    expect(places(chinese), english).toEqual(places(english));
    expect(chinese, english).not.toMatch(/\p{Script=Han}[,;:!?.]|[,;:!?.]\p{Script=Han}|—/u);
  }
});
