/** Words that stand on many pages. */
export const COMMON = {
  "list.comma": ", ",
  "list.stop": ".",
  request: "request",
} as const;
