"use client";
import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { roleAtLeast } from "#lib/model/scope.ts";
import type { Role } from "#lib/model/scope.ts";

/** Who looks at the page, as far as the page needs to know. */
export interface Viewer {
  id: string;
  name: string;
  role: Role;
  groups: "all" | readonly string[];
}

const ViewerContext = createContext<Viewer>({ id: "", name: "", role: "viewer", groups: [] });

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export const useViewer = (): Viewer => useContext(ViewerContext);

/** True when the role may change accounts and start a reading. The server decides again; this only hides what would be refused. */
export const useMayOperate = (): boolean => roleAtLeast(useViewer().role, "operator");
