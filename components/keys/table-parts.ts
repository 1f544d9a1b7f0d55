"use client";
/** What the page takes up once it is drawn and the browser has time. */
export { ColumnEdge } from "./columns/column-edge.tsx";
export { TableTools } from "./columns/table-tools.tsx";
export { default as drawn } from "./drawn-parts.ts";
export { startKeyboard } from "./keyboard/start-keyboard.ts";
export { ViewBar } from "./views/view-bar.tsx";
