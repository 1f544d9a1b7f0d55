"use client";
import { EmptyInstance } from "./empty-instance.tsx";
import { LinkNotice } from "./link-notice.tsx";
import { NoMatches } from "./no-matches.tsx";
import { NothingRead } from "./nothing-read.tsx";
import { PastTheEnd } from "./past-the-end.tsx";

/** What the server draws in its place at once: what it streams later is put there by a script, which not every reader runs. The browser loads each alone. */
export default { EmptyInstance, LinkNotice, NoMatches, NothingRead, PastTheEnd };
