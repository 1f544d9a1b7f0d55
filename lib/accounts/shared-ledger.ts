import { setTimeout as sleep } from "node:timers/promises";
import { type Change, CLOCK_SLACK_MS, type Changed, type Entry, type Ledger } from "../clouds/ledger.ts";
import { parseEntry } from "../clouds/parse-entry.ts";
import { Refusal } from "../model/refusal.ts";
import { type Database, database } from "../store/database.ts";
import { type LedgerRow, readLedger, writeLedger } from "../store/ledger.ts";

/** A database that takes longer is away: then no call goes out. */
const ANSWER_MS = 10_000;
/** Pauses after somebody else was faster, at most; each is drawn anew and a little longer. */
const AGAIN_MS = 4;

const ledgers = new WeakMap<Database, Ledger>();

/** The ledger that all processes on this database share. */
export function sharedLedger(): Ledger {
  const db = database();
  const ledger = ledgers.get(db) ?? openLedger(db);
  ledgers.set(db, ledger);
  return ledger;
}

/** How far the database's clock is before this process's, as one answer told it: wrong by no more than `tookMs`. */
interface Reading {
  offset: number;
  tookMs: number;
  at: number;
}

/** A better reading of the clock counts for so long, then any other does. */
const READING_MS = 20_000;
/** The most that permits are dated ahead for a slow database. */
const MOST_AHEAD_MS = 250;

/**
 * A ledger on the database's rows. What this process wrote last it remembers, so that a batch of permits is one statement as long as nobody else comes
 * in between; the version tells when somebody did, and then the entry is read and the change made anew.
 */
export function openLedger(db: Database): Ledger {
  const remembered = new Map<string, LedgerRow>();
  const tails = new Map<string, Promise<unknown>>();
  let clock: Reading | null = null;
  /** How long the database takes to answer: the longest of late, forgotten bit by bit. */
  let answersMs = 0;

  return {
    change(names, change, options) {
      // Two changes of one entry in this process would only get into each other's way.
      const before = names.map((name) => tails.get(name));
      const work = Promise.allSettled(before).then(() => changeNow(names, change, options?.fresh ?? false));
      for (const name of names) tails.set(name, work);
      return work;
    },
  };

  async function changeNow<T>(names: readonly string[], change: (entries: readonly Entry[], now: number) => Change<T>, fresh: boolean): Promise<Changed<T>> {
    for (let tried = 1; ; tried++) {
      const rows = await rowsOf(names, fresh || tried > 1);
      const { offset } = clock ?? { offset: 0 };
      const before = rows.map(({ name, entry }) => parseEntry(name, entry));
      // Permits are for when the answer comes: what is dated earlier would be used late, and meet the next ones.
      const { entries, value } = change(before, performance.now() + offset + Math.min(answersMs, MOST_AHEAD_MS));
      const changed = rows.flatMap(({ name, version }, n) => (entries[n] === before[n] ? [] : [{ name, version: version + 1, entry: entries[n] ?? {} }]));
      if (changed.length === 0 || (await write(changed))) return { value, localTime: (ms) => ms - offset };
      await sleep(Math.random() * AGAIN_MS * tried);
    }
  }

  async function rowsOf(names: readonly string[], fresh: boolean): Promise<LedgerRow[]> {
    const known = names.flatMap((name) => remembered.get(name) ?? []);
    if (!fresh && clock && known.length === names.length) return known;
    const askedAt = performance.now();
    const { rows, now } = await inTime(readLedger(db, names));
    readClock(now, askedAt);
    for (const row of rows) remembered.set(row.name, row);
    return rows;
  }

  async function write(changed: LedgerRow[]): Promise<boolean> {
    const askedAt = performance.now();
    for (const { name } of changed) remembered.delete(name);
    const { written, now } = await inTime(writeLedger(db, changed));
    if (now !== null) readClock(now, askedAt);
    for (const row of changed) if (written.includes(row.name)) remembered.set(row.name, row);
    return written.length === changed.length;
  }

  function readClock(now: number, askedAt: number): void {
    const at = performance.now();
    const tookMs = at - askedAt;
    answersMs = Math.max(tookMs, answersMs * 0.9);
    const offset = now - at;
    // Two readings of one clock cannot be further apart: it was set anew, and all processes must notice as soon as they ask.
    const isSet = clock !== null && Math.abs(offset - clock.offset) > tookMs + clock.tookMs + CLOCK_SLACK_MS;
    if (!clock || isSet || tookMs <= clock.tookMs || at - clock.at > READING_MS) clock = { offset, tookMs, at };
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Refusal("store_unavailable", "The database does not answer, so no cloud is called.")), ANSWER_MS);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
