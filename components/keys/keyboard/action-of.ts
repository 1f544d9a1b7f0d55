export type Action = "next" | "previous" | "first" | "last" | "on" | "back" | "left" | "right" | "page-next" | "page-previous" | "search" | "filter" | "help";

/** Keys that mean something only while the focus is in the table: anywhere else they are the browser's. */
const IN_TABLE: Record<string, Action> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
  PageDown: "on",
  PageUp: "back",
};

/** Single characters, as the keyboard's layout gives them; they can be turned off (WCAG 2.1.4). */
const SINGLE: Record<string, Action> = {
  j: "next",
  k: "previous",
  n: "page-next",
  "]": "page-next",
  p: "page-previous",
  "[": "page-previous",
  "/": "search",
  f: "filter",
  "?": "help",
};

type Press = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "isComposing" | "defaultPrevented">;

interface Where {
  /** The focus is in something that takes text, or has keys of its own. */
  isTyping: boolean;
  inTable: boolean;
  /** A dialog or a menu lies on top. */
  isCovered: boolean;
  singleKeys: boolean;
}

/** What a press means here, or undefined: then it belongs to somebody else. `[` and `]` may need Alt Gr, which Windows reports as Ctrl and Alt. */
export function actionOf({ key, altKey, ctrlKey, metaKey, isComposing, defaultPrevented }: Press, where: Where): Action | undefined {
  const isAltGr = altKey && ctrlKey && (key === "[" || key === "]");
  if (isComposing || defaultPrevented || metaKey || ((altKey || ctrlKey) && !isAltGr)) return undefined;
  if (where.isTyping || where.isCovered) return undefined;
  if (where.inTable && Object.hasOwn(IN_TABLE, key)) return IN_TABLE[key];
  return where.singleKeys && Object.hasOwn(SINGLE, key) ? SINGLE[key] : undefined;
}
