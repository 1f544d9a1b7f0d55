import { Refusal } from "../model/refusal.ts";

/** The one spelling that an address is kept, found and counted by. Throws a Refusal when it cannot be an address. */
export function canonicalEmail(text: string): string {
  const email = text.normalize("NFKC").trim().toLowerCase();
  if (email.length > 254 || !/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email)) throw new Refusal("invalid_body", "This is not an e-mail address.", "email");
  return email;
}
