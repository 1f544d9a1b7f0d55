import type { Pace } from "../clouds/pace.ts";
import type { LiveAnswer } from "../model/answers.ts";
import type { KeyRow } from "../model/key.ts";
import type { Scope } from "../model/scope.ts";
import { decodeCursor } from "../query/cursor.ts";
import type { KeyQuery } from "../query/query.ts";
import { readAccounts } from "../store/accounts.ts";
import { readFirstSeen } from "../store/keys/read-first-seen.ts";
import { sqlKeyIndex } from "../store/keys/sql-key-index.ts";
import { readSources } from "../store/sources.ts";
import { findUnlisted } from "./find-unlisted.ts";
import { answerRows } from "./live/answer-rows.ts";
import { askSource, completeRows, type KnownSource, planOf } from "./live/ask-source.ts";
import { explainDifferences } from "./live/explain-differences.ts";
import { knowSources } from "./live/know-sources.ts";
import { type AskedSource, liveCoverage, problemsOf } from "./live/live-coverage.ts";
import { type LiveSource, rowsOf } from "./live/live-source.ts";
import { addressesOf, openSources } from "./live/open-sources.ts";
import { asideQuery, pickSources } from "./live/pick-sources.ts";
import { takeLiveTurn } from "./live/take-live-turn.ts";

/** How long a live answer may take: what was not heard by then is unread, or pending, and named. */
const DEADLINE_MS = 25_000;

/** Shortened in tests. */
export interface LiveOptions {
  pace?: Partial<Pace>;
  deadlineMs?: number;
}

/**
 * The query run against the clouds now: every source in parallel, filtered by the cloud where it can, and always filtered again here.
 * A source that fails is a problem of the coverage; the others answer. Throws the reason of `signal` when the asker has gone, and
 * Refusal `rate_limited` where too many such queries are under way.
 */
export function listLiveKeys(scope: Scope, query: KeyQuery, signal?: AbortSignal, options: LiveOptions = {}): Promise<LiveAnswer> {
  return takeLiveTurn(scope, signal, () => askClouds(scope, query, signal, options));
}

async function askClouds(scope: Scope, query: KeyQuery, signal: AbortSignal | undefined, options: LiveOptions): Promise<LiveAnswer> {
  const place = decodeCursor(query);
  const clock = () => new Date();
  const now = place?.now ?? clock();
  const [accounts, sources] = await Promise.all([readAccounts(scope), readSources(scope)]);
  const { picked, aside } = pickSources(query, sources);
  const deadline = AbortSignal.any([AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS), ...(signal ? [signal] : [])]);
  const opened = await openSources(scope, [...picked, ...aside], { signal: deadline, pace: options.pace ?? {} });
  const know = await knowSources(scope, query, opened.lives);
  const isShown = ({ source }: LiveSource) => picked.includes(source);
  const answered = await Promise.all(opened.lives.map((live) => ask(live, query, { known: know(live), now, isShown: isShown(live) })));
  const lives = answered.flatMap(({ lives: each }) => each);
  const asked = answered.filter(({ first }) => isShown(first));
  const rows = lives.flatMap((live) => rowsOf(live));
  const known = query.facets.length > 0 ? await sqlKeyIndex.facets(scope, { ...query, filters: [] }, query.facets, now) : {};
  const { listed, ...answer } = answerRows(query, rows, { now, place, known });
  const shown = await deepened(scope, lives, answer.rows);
  const found = { query, now, lives: comparable(asked), rows: byRef([...rows, ...shown]), listed: new Set(listed.map(({ ref }) => ref)) };
  const differences = await explainDifferences(scope, found);
  signal?.throwIfAborted();
  const coverage = liveCoverage(asked, { now: clock(), ...findUnlisted(accounts, sources, query.filters) });
  const beside = answered.filter(({ first }) => !isShown(first)).flatMap(problemsOf);
  return {
    ...answer,
    rows: shown,
    page: query.page,
    size: query.size,
    // What is wrong beside the picked sources makes their keys no less complete; a count of a facet is short of it.
    coverage: { ...coverage, problems: [...coverage.problems, ...beside] },
    asOf: clock().toISOString(),
    plan: lives.map((live) => planOf(live, query, { now, calls: opened.callsOf(live) })),
    differences,
  };
}

async function ask(first: LiveSource, query: KeyQuery, at: { known: KnownSource; now: Date; isShown: boolean }): Promise<AskedSource> {
  const lives = await addressesOf(first);
  const wanted = at.isShown ? query : asideQuery(query);
  return { first, lives, outcomes: await Promise.all(lives.map((live) => askSource(live, wanted, at.known, at.now, at.isShown))) };
}

/** The rows of the page with everything that their clouds tell of them, in the order that was found. */
async function deepened(scope: Scope, lives: readonly LiveSource[], rows: readonly KeyRow[]): Promise<KeyRow[]> {
  const refs = new Set(rows.map(({ ref }) => ref));
  const seen = readFirstSeen(scope, [...refs]);
  const whole = await Promise.all(
    lives.map((live) =>
      completeRows(
        live,
        rowsOf(live).filter(({ ref }) => refs.has(ref)),
      ),
    ),
  );
  const whichWhole = byRef(whole.flat());
  const firstSeen = await seen;
  return rows.map((row) => ({ ...(whichWhole.get(row.ref) ?? row), firstSeenAt: firstSeen.get(row.ref) ?? row.firstSeenAt }));
}

const byRef = (rows: readonly KeyRow[]) => new Map(rows.map((row) => [row.ref, row]));

/** Sources that answered now and were read before. */
function comparable(asked: readonly AskedSource[]): LiveSource[] {
  return asked.flatMap(({ first, lives, outcomes }) => (first.source.lastReadAt === null ? [] : lives.filter((_, i) => outcomes[i] === "read")));
}
