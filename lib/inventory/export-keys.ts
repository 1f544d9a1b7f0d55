import type { Scope } from "../model/scope.ts";
import { formatKeyQuery } from "../query/format-key-query.ts";
import type { KeyQuery } from "../query/query.ts";
import { listRefs } from "../store/keys/list-refs.ts";
import { readRowsAsOf } from "../store/keys/read-rows-as-of.ts";
import { cover } from "./cover.ts";
import type { ExportChoice } from "./export/export-choice.ts";
import { EXPORT_FORMATS, type ExportHead } from "./export/export-formats.ts";

/** Rows a statement: some 2 MB, read while the asker takes the ones before. */
const BATCH = 1000;

/**
 * Every row of a view, in its order, as of now, to be written as chosen. Pages, sizes and facets of the query mean nothing here. The text throws when the
 * rest can no longer be told truly: then the answer breaks off, and does not look whole.
 */
export async function exportKeys(
  scope: Scope,
  asked: KeyQuery,
  choice: ExportChoice,
  batch = BATCH,
): Promise<{ head: ExportHead; text: AsyncGenerator<string> }> {
  const now = new Date();
  const query: KeyQuery = { ...asked, page: 1, size: 50, cursor: null, facets: [], key: null };
  const [listed, coverage] = await Promise.all([listRefs(scope, query, now), cover(scope, query, now)]);
  const head: ExportHead = { query: formatKeyQuery(query), at: now.toISOString(), coverage, total: listed.refs.length };
  const { begin, rows, end } = EXPORT_FORMATS[choice.format];
  return { head, text: write() };

  async function* write(): AsyncGenerator<string> {
    yield begin(head, choice);
    for (let from = 0; from < listed.refs.length; from += batch) {
      const refs = listed.refs.slice(from, from + batch);
      yield rows(await readRowsAsOf(listed, refs, choice.raw), choice, from === 0);
    }
    if (end) yield end;
  }
}
