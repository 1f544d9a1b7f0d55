import { expect, test } from "vitest";
import { valueWords } from "./words.ts";

test.each([
  ["state", "pending-deletion", "Pending deletion"],
  ["rotation", "pending", "Not read yet"],
  ["spec", "aes-256", "AES-256"],
  ["spec", "ec-p256", "EC P-256"],
  ["spec", "hmac-sha256", "HMAC-SHA256"],
  ["spec", "denied", "Denied"],
  ["state", "6", "Code 6"],
  ["usage", "encrypt-decrypt", "Encrypt, decrypt"],
  ["family", "sm", "SM"],
  ["region", "cn-hangzhou", "cn-hangzhou"],
  ["state", "vendor-made-this-up", "Vendor made this up"],
  ["state", "constructor", "Constructor"],
] as const)("%s %s is %s", (field, value, words) => expect(valueWords(field, value)).toBe(words));
