import { expect, test } from "vitest";
import { rawWords } from "./raw-words.ts";

const DESCRIBED = {
  KeyMetadata: {
    KeyId: "k",
    KeyState: "Enabled",
    KeySpec: "Aliyun_AES_256",
    CreationDate: "2024-01-01T00:00:00Z",
    Creator: "1",
    DeletionProtection: "Disabled",
  },
  RequestId: "r",
};
const LISTED = { key_id: "k", key_state: "2", key_spec: "AES_256", creation_date: "1638806642000", keystore_id: "0", default_key_flag: "0" };

test.each([
  ["state", DESCRIBED, [{ name: "KeyState", text: '"Enabled"' }]],
  ["spec", DESCRIBED, [{ name: "KeySpec", text: '"Aliyun_AES_256"' }]],
  ["createdAt", DESCRIBED, [{ name: "CreationDate", text: '"2024-01-01T00:00:00Z"' }]],
  ["deletionProtection", DESCRIBED, [{ name: "DeletionProtection", text: '"Disabled"' }]],
  ["protection", DESCRIBED, []],
  ["state", LISTED, [{ name: "key_state", text: '"2"' }]],
  ["createdAt", LISTED, [{ name: "creation_date", text: '"1638806642000"' }]],
  ["manager", LISTED, [{ name: "default_key_flag", text: '"0"' }]],
] as const)("the cloud's own words for %s", (fact, answer, words) => expect(rawWords(answer, fact)).toEqual(words));

test("an answer that is no record has no words to show", () => {
  for (const answer of [undefined, null, "text", 7, []]) expect(rawWords(answer, "state")).toEqual([]);
});
