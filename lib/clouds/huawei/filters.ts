import type { MissableFilter, NativeFilter } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { ownWord } from "../vendor-word.ts";
import type { Dialect } from "./dialects.ts";
import { textOf } from "./text-of.ts";
import { withTrimmedNames } from "./to-key.ts";
import { STATES } from "./words.ts";

const STATE_NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(STATES).map(([number, state]) => [state, number]));
/** The values of `key_spec` that the page "Querying the Key List" documents (2026-06-11). */
const SPECS: Readonly<Record<string, string>> = {
  "aes-256": "AES_256",
  sm4: "SM4",
  "rsa-2048": "RSA_2048",
  "rsa-3072": "RSA_3072",
  "rsa-4096": "RSA_4096",
  "ec-p256": "EC_P256",
  "ec-p384": "EC_P384",
  sm2: "SM2",
};
/** "0" or an id; `all` is no project. */
const ENTERPRISE_PROJECT = /^(0|[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12})$/;

/** The values of `keystore_type` ("Querying the Key List", 2025-10-16): a dedicated cluster of HSMs, a cluster of crypto cards. */
export const HARDWARE: readonly string[] = ["DHSM", "CDMS"];

export const PUSHED_DOWN: readonly string[] = ["state", "spec", "enterpriseProject", "protection"];

/**
 * We call a key `hsm` by its keystore's id too, and nobody has seen whether the filter finds keys that the list shows without a type. A list without the
 * member is of a site that may not know the filter.
 */
export const MAY_MISS: MissableFilter = {
  field: "protection",
  misses({ values, raw }) {
    const record = raw["list-keys"];
    const type = isJsonObject(record) ? textOf(withTrimmedNames(record).keystore_type) : undefined;
    return type === undefined || (values.protection === "hsm" && !HARDWARE.includes(type));
  },
};

/** What a listing asks the cloud for, in the cloud's words. */
export interface Question {
  /** The values of `key_state`, each a listing of its own since the member takes one; none = every state. */
  states: readonly string[];
  /** The values of `keystore_type`, likewise. */
  keystores: readonly string[];
  spec: string | null;
  enterpriseProject: string | null;
}

/** What can be asked in full: half a list of values would hide keys, and so is left to the caller. */
export function toQuestion(filter: NativeFilter, dialect: Dialect): Question {
  const [project, ...otherProjects] = filter.enterpriseProject ?? [];
  const takesProject = dialect.quirks.enterpriseProjects && project !== undefined && otherProjects.length === 0 && ENTERPRISE_PROJECT.test(project);
  const specs = wordsOf(filter.spec, SPECS);
  return {
    states: [...new Set(wordsOf(filter.state, STATE_NUMBERS))].sort(),
    keystores: dialect.quirks.keystoreType && filter.protection?.every((value) => value === "hsm") && filter.protection.length > 0 ? HARDWARE : [],
    spec: specs.length === 1 ? (specs[0] ?? null) : null,
    enterpriseProject: takesProject ? project : null,
  };
}

/** Every value's word, or none at all. */
function wordsOf(wanted: readonly string[] | undefined, map: Readonly<Record<string, string>>): string[] {
  const words = (wanted ?? []).map((value) => ownWord(map, value));
  return words.every((word) => word !== undefined) ? words : [];
}
