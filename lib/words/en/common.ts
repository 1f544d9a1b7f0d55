/** Words that stand on many pages. */
export const COMMON = {
  "list.comma": ", ",
  "list.and": ", ",
  "list.half": "; ",
  "list.next": " {sentence}",
  "list.stop": ".",
  request: "request",
  "request.id": "request {id}",
  retry: "Retry",
  cancel: "Cancel",
} as const;
