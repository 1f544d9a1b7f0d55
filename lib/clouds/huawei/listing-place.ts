import { Refusal } from "../../model/refusal.ts";

/** Where in a listing a page is: in which of the states that were asked for, and behind which of the cloud's markers. */
export interface ListingPlace {
  /** Null where the listing is one for all states. */
  state: string | null;
  marker: string | null;
  /** False in the listing of the first state, or the only one. */
  isFurther: boolean;
}

const MARKER = /^[\w.-]{1,128}$/;

/** Our page token: the cloud's marker, or `<state>~<marker>` where a listing is made of several. */
export function readPlace(token: string | null, states: readonly string[]): ListingPlace {
  const one = states.length < 2;
  if (token === null) return { state: states[0] ?? null, marker: null, isFurther: false };
  const [state = "", marker = "", ...rest] = one ? ["", token] : token.split("~");
  const at = states.indexOf(state);
  const isOurs = rest.length === 0 && (one || (at >= 0 && token.includes("~"))) && (MARKER.test(marker) || (!one && marker === "" && at > 0));
  if (!isOurs) throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return { state: one ? (states[0] ?? null) : state, marker: marker || null, isFurther: at > 0 };
}

/** The token of the page that follows; `next` is the cloud's next marker. */
export function nextPlace(at: ListingPlace, states: readonly string[], next: string | null): string | null {
  if (states.length < 2) return next;
  if (next !== null) return `${at.state}~${next}`;
  const following = states[states.indexOf(at.state ?? "") + 1];
  return following === undefined ? null : `${following}~`;
}
