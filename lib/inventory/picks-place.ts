import { NO_KEY } from "../model/no-key.ts";
import type { CloudId } from "../model/vocabulary.ts";
import type { QueryField } from "../query/fields.ts";
import { judgeFilter } from "../query/judge.ts";
import type { Filter } from "../query/query.ts";

/** Where keys are, as far as a query can tell before it knows a key. */
export interface Place {
  cloud: CloudId;
  account: { id: string; name: string };
  region: string;
  project: string | null;
}

const PLACE_FIELDS: readonly QueryField[] = ["cloud", "account", "region", "project"];

/** Whether a query that holds these filters asks for keys of this place: its cloud, account, region and project filters say yes. */
export function picksPlace(filters: readonly Filter[], place: Place): boolean {
  const asked = filters.filter(({ field }) => PLACE_FIELDS.includes(field));
  if (asked.length === 0) return true;
  const row = { ...NO_KEY, ...place };
  return asked.every((filter) => judgeFilter(filter, row, EPOCH) === true);
}

/** Places are always known, and no filter of theirs is about time. */
const EPOCH = new Date(0);
