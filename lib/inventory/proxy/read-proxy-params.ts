import type { Cloud, NativeFilter } from "../../clouds/cloud.ts";
import { Refusal } from "../../model/refusal.ts";
import { FIELDS, type QueryField } from "../../query/fields.ts";
import { plainWords } from "../live/native-filter.ts";
import { parseFilter } from "../../query/parse-filter.ts";
import type { Filter } from "../../query/query.ts";

/** What a proxied listing takes beside the filters of its cloud. */
const CONTROLS = ["pageToken", "pageSize", "project"];

export interface ProxyParams {
  project: string | null;
  /** The cloud's own token, and how many keys the pages before it gave. */
  page: { token: string | null; seen: number };
  pageSize: number | undefined;
  /** The same tests twice: for the cloud, and for what it answers. */
  filter: NativeFilter;
  tests: readonly Filter[];
}

/**
 * Throws Refusal: `unsupported_filter` for a field or a test that this cloud cannot do itself, `invalid_query` for what makes no sense.
 * Both name the field.
 */
export function readProxyParams(cloud: Pick<Cloud, "pushesDown" | "label">, params: URLSearchParams): ProxyParams {
  for (const name of new Set(params.keys())) {
    if (params.getAll(name).length > 1) throw new Refusal("invalid_query", `${name} stands there twice.`, name);
    if (CONTROLS.includes(name)) continue;
    if (!Object.hasOwn(FIELDS, name)) throw new Refusal("invalid_query", `${name} is no known field.`, name);
    if (!cloud.pushesDown.includes(name))
      throw new Refusal("unsupported_filter", `${cloud.label} cannot filter by ${name} itself; it can by ${cloud.pushesDown.join(", ")}.`, name);
  }
  const wanted = [...params].filter(([name]) => !CONTROLS.includes(name));
  const tests = wanted.map(([name, written]) => readTest(name as QueryField, written));
  const project = params.get("project");
  if (project !== null && !/^[\w-]{1,128}$/.test(project)) throw new Refusal("invalid_query", "project takes a project id.", "project");
  return {
    project,
    page: readPageToken(params.get("pageToken")),
    pageSize: readPageSize(params.get("pageSize")),
    filter: Object.fromEntries(tests.map((test) => [test.field, plainValues(cloud, test)])),
    tests,
  };
}

/** Our token is the cloud's, with the count of keys that came before: some clouds' lists end only by counting. */
export function writePageToken(next: string, seen: number): string {
  return `${seen}:${next}`;
}

function readPageToken(token: string | null): ProxyParams["page"] {
  if (token === null) return { token: null, seen: 0 };
  const [, seen, next] = /^(\d{1,9}):([^\s\0]{1,1000})$/.exec(token) ?? [];
  if (!seen || !next) throw new Refusal("invalid_query", "pageToken takes the nextPageToken of an earlier answer.", "pageToken");
  return { token: next, seen: Number(seen) };
}

function readPageSize(size: string | null): number | undefined {
  if (size === null) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(size)) throw new Refusal("invalid_query", "pageSize takes a whole number from 1.", "pageSize");
  return Number(size);
}

function readTest(field: QueryField, written: string): Filter {
  const { filter, faults } = parseFilter(field, written);
  const [fault] = faults;
  if (fault || !filter) throw new Refusal("invalid_query", fault?.message ?? `${field} is empty.`, field);
  return filter;
}

function plainValues(cloud: Pick<Cloud, "label">, test: Filter): string[] {
  const words = plainWords(test);
  if (!words) throw new Refusal("unsupported_filter", `${cloud.label} only takes plain values of ${test.field}.`, test.field);
  return words;
}
