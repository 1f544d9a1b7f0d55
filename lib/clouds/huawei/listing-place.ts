import { Refusal } from "../../model/refusal.ts";
import type { Question } from "./filters.ts";

/** Where in a question a page is: in which of the listings that it takes, and behind which of the cloud's markers. */
export interface ListingPlace {
  /** Null where it asks for no state, or for no keystore. */
  state: string | null;
  keystore: string | null;
  marker: string | null;
  /** False in the first listing, or the only one. */
  isFurther: boolean;
}

const MARKER = /^[\w.-]{1,128}$/;

type Asked = Pick<Question, "states" | "keystores">;

/** Our page token: the cloud's marker, or `<listing>~<marker>` where there are several; a listing is a state, a keystore, or both (`3.DHSM`). */
export function readPlace(token: string | null, asked: Asked): ListingPlace {
  const listings = listingsOf(asked);
  const [first = WHOLE] = listings;
  if (token === null) return { ...first, marker: null, isFurther: false };
  const isOne = listings.length < 2;
  const [name = "", marker = "", ...rest] = isOne ? [nameOf(first), token] : token.split("~");
  const at = listings.findIndex((each) => nameOf(each) === name);
  const isOurs = rest.length === 0 && at >= 0 && (isOne || token.includes("~")) && (MARKER.test(marker) || (at > 0 && marker === ""));
  if (!isOurs) throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return { ...(listings[at] ?? WHOLE), marker: marker || null, isFurther: at > 0 };
}

/**
 * The token of the page that follows; `next` is the cloud's next marker. Where the site does not take `keystore_type`, the listing was one for all
 * keystores, and the next is the next state's.
 */
export function nextPlace(at: ListingPlace, asked: Asked, next: string | null, takesKeystores = true): string | null {
  const listings = listingsOf(asked);
  if (listings.length < 2) return next;
  if (next !== null) return `${nameOf(at)}~${next}`;
  const here = listings.findIndex((each) => nameOf(each) === nameOf(at));
  const following = listings.slice(here + 1).find(({ state }) => takesKeystores || state !== at.state);
  return following === undefined ? null : `${nameOf(following)}~`;
}

type Listing = Pick<ListingPlace, "state" | "keystore">;
const WHOLE: Listing = { state: null, keystore: null };

function listingsOf({ states, keystores }: Asked): Listing[] {
  return orNone(states).flatMap((state) => orNone(keystores).map((keystore) => ({ state, keystore })));
}

const orNone = (values: readonly string[]): readonly (string | null)[] => (values.length > 0 ? values : [null]);
const nameOf = ({ state, keystore }: Listing): string => [state, keystore].filter((word) => word !== null).join(".");
