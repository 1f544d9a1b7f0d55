import type { Preferences } from "./preferences.ts";

/** How a reader wants to see times. */
export interface Times {
  /** An IANA name, or UTC. */
  zone: string;
  /** The zone is that of the reader's machine, and goes where it goes. */
  isLocal: boolean;
  style: NonNullable<Preferences["timeStyle"]>;
}

/** In place of a zone: that of the machine. */
export const LOCAL_ZONE = "local";

export const USUAL_TIMES: Times = { zone: "UTC", isLocal: false, style: "relative" };
