"use client";
import { createContext } from "react";

/** What the server calls by an English name and a page by its own, such as a cloud: the one by the other. */
export const ProperNames = createContext<ReadonlyMap<string, string>>(new Map());
