import type { SourceCell, SourceStanding } from "#lib/model/overview.ts";

/** One account in one region: all its sources there. */
export interface MapCell {
  sources: SourceCell[];
  count: number;
  /** How the worst of them stands. */
  standing: SourceStanding;
  isPartial: boolean;
  /** The oldest reading that its keys come from. */
  lastReadAt: string | null;
  code: string | null;
}

export interface MapRow {
  account: { id: string; name: string };
  cloud: string;
  cells: Map<string, MapCell>;
  count: number;
  isPartial: boolean;
}

export interface CoverageMap {
  regions: { region: string; count: number; isPartial: boolean }[];
  rows: MapRow[];
}

const WORST: readonly SourceStanding[] = ["not-enabled", "read", "stale", "unread"];

/** With more than these a cell holds its number only, the heads stand upright, and the map takes the whole width. */
const MOST_ROOMY = { regions: 7, accounts: 12 };

export const isDenseMap = ({ regions, rows }: CoverageMap): boolean => regions.length > MOST_ROOMY.regions || rows.length > MOST_ROOMY.accounts;

/** "Core infra 4" stands before "Core infra 10", in the browser as on the server. */
const byName = new Intl.Collator("en", { numeric: true });

/** Sources as a map of accounts × regions, both by name. */
export function coverageMap(sources: readonly SourceCell[]): CoverageMap {
  const sum = (some: readonly SourceCell[]) => some.reduce((all, { count }) => all + count, 0);
  const partial = (some: readonly SourceCell[]) => some.some(({ isPartial }) => isPartial);
  const byRegion = Map.groupBy(sources, ({ region }) => region);
  const regions = [...byRegion]
    .map(([region, some]) => ({ region, count: sum(some), isPartial: partial(some) }))
    .sort((a, b) => (a.region < b.region ? -1 : 1));
  const rows = [...Map.groupBy(sources, ({ account }) => account.id).values()].flatMap((some): MapRow[] => {
    const [first] = some;
    if (!first) return [];
    const cells = new Map([...Map.groupBy(some, ({ region }) => region)].map(([region, held]) => [region, cellOf(held)]));
    return [{ account: first.account, cloud: first.cloud, cells, count: sum(some), isPartial: partial(some) }];
  });
  return { regions, rows: rows.sort((a, b) => byName.compare(a.account.name, b.account.name)) };
}

function cellOf(sources: SourceCell[]): MapCell {
  const standing = sources.reduce<SourceStanding>(
    (worst, source) => (WORST.indexOf(source.standing) > WORST.indexOf(worst) ? source.standing : worst),
    "not-enabled",
  );
  return {
    sources,
    standing,
    count: sources.reduce((all, { count }) => all + count, 0),
    isPartial: sources.some(({ isPartial }) => isPartial),
    lastReadAt: sources.flatMap(({ lastReadAt }) => lastReadAt ?? []).sort()[0] ?? null,
    code: sources.find((source) => source.standing === standing && source.code !== null)?.code ?? null,
  };
}
