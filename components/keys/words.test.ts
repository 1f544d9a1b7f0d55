import { expect, test } from "vitest";
import { speechOf } from "../ui/speech.test-data.ts";
import { fieldWords, inSentence, valueWords } from "./words.ts";

const { t } = speechOf("en");
const { t: chinese } = speechOf("zh");

test.each([
  ["state", "pending-deletion", "Pending deletion"],
  ["rotation", "pending", "Not read yet"],
  ["spec", "aes-256", "AES-256"],
  ["spec", "ec-p256", "EC P-256"],
  ["spec", "hmac-sha256", "HMAC-SHA256"],
  ["spec", "ec-p256k", "EC P-256K"],
  ["spec", "ed25519", "Ed25519"],
  ["spec", "denied", "Denied"],
  ["state", "6", "Code 6"],
  ["usage", "encrypt-decrypt", "Encrypt, decrypt"],
  ["family", "sm", "SM"],
  ["region", "cn-hangzhou", "cn-hangzhou"],
  ["state", "vendor-made-this-up", "Vendor made this up"],
  ["state", "constructor", "Constructor"],
] as const)("%s %s is %s", (field, value, words) => expect(valueWords(field, value, t)).toBe(words));

test.each([
  ["state", "pending-activation", "待激活"],
  ["protection", "hsm", "硬件 (HSM)"],
  ["spec", "aes-256", "AES-256"],
  ["state", "6", "代码 6"],
  ["region", "enabled", "enabled"],
  ["state", "frozen-by-risk", "Frozen by risk"],
] as const)("%s %s is %s in Chinese", (field, value, words) => expect(valueWords(field, value, chinese)).toBe(words));

test("a word in the middle of a sentence begins small, unless it is a name", () => {
  expect(inSentence(fieldWords("id", t))).toBe("key id");
  expect(inSentence(valueWords("family", "rsa", t))).toBe("RSA");
  expect(inSentence(fieldWords("id", chinese))).toBe("密钥 ID");
});
