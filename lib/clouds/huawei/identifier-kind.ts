import type { Identifier } from "./dialects.ts";

const SHAPES: readonly (readonly [Identifier, RegExp])[] = [
  // Wider than a UUID: any lower-case letter.
  ["id", /^[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12}$/],
  ["alias", /^alias\/[\w:/-]{1,255}$/],
  ["urn", /^kms:[\w-]+:\w+:(alias|key):[\w:/-]{1,255}$/],
];

/** What an identifier is by its shape, or null. Source: describe-key, kms_02_0018 (URNs as `kms:eu-de:<domain>:alias:<name>`). */
export function identifierKind(text: string): Identifier | null {
  return SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? null;
}
