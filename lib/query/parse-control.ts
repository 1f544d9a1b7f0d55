import { FACET_FIELDS, isSortField } from "./default-query.ts";
import { fault, short } from "./fault.ts";
import { FIELDS, type QueryField } from "./fields.ts";
import { type KeyQuery, PAGE_SIZES, type QueryFault } from "./query.ts";

type Parsed = Partial<KeyQuery> | QueryFault;

/** The parameters that are not filters: how each is read. Those named with a later release only are refused, not ignored. */
const CONTROLS: Record<string, (written: string) => Parsed> = {
  asof: (written) => later("asof", written),
  judged: (written) => (written === "undecided" || written === "yes" ? { judged: written } : malformed("judged", written, "takes undecided")),
  live: (written) => (written === "true" || written === "false" ? { live: written === "true" } : malformed("live", written, "takes true or false")),
  facets: parseFacets,
  sort: parseSort,
  page: (written) => (/^[1-9]\d{0,8}$/.test(written) ? { page: Number(written) } : malformed("page", written, "takes a whole number from 1")),
  size: parseSize,
  cursor: (written) => (/^[\w-]{1,2000}$/.test(written) ? { cursor: written } : malformed("cursor", written, "takes what an earlier answer gave as next")),
  key: (written) => (/^[\w-]{1,64}$/.test(written) ? { key: written } : malformed("key", written, "takes the ref of a key")),
  format: (written) => later("format", written),
  columns: (written) => later("columns", written),
};

export function isControl(name: string): boolean {
  return Object.hasOwn(CONTROLS, name);
}

/** One parameter that is no filter, or the fault in it. `name` has passed `isControl`. */
export function parseControl(name: string, written: string): { part: Partial<KeyQuery>; faults: QueryFault[] } {
  const parsed = CONTROLS[name]?.(written) ?? {};
  return "reason" in parsed ? { part: salvage(name, written), faults: [parsed] } : { part: parsed, faults: [] };
}

/** Facets that were understood are counted although others were not. */
function salvage(name: string, written: string): Partial<KeyQuery> {
  return name === "facets" ? { facets: FACET_FIELDS.filter((field) => written.split(",").includes(field)) } : {};
}

function parseFacets(written: string): Parsed {
  const names = written.split(",");
  const wrong = names.find((name) => !(FACET_FIELDS as string[]).includes(name));
  return wrong === undefined
    ? { facets: FACET_FIELDS.filter((field) => names.includes(field)) }
    : malformed("facets", wrong, `takes ${FACET_FIELDS.join(", ")}`);
}

function parseSort(written: string): Parsed {
  const descending = written.startsWith("-");
  const field = descending ? written.slice(1) : written;
  const known = Object.hasOwn(FIELDS, field) && isSortField(field as QueryField);
  return known ? { sort: { field: field as QueryField, descending } } : malformed("sort", written, "takes a field, or -field for descending order");
}

function parseSize(written: string): Parsed {
  const size = PAGE_SIZES.find((known) => String(known) === written);
  return size ? { size } : malformed("size", written, `takes ${PAGE_SIZES.join(", ")}`);
}

function malformed(field: string, value: string, takes: string): QueryFault {
  return fault("malformed", field, value, `${field}=${short(value)} is not understood: ${field} ${takes}`);
}

function later(field: string, value: string): QueryFault {
  return fault("unknown-field", field, value, `${field} is not supported yet`);
}
