export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "md" | "sm";

const SHAPE =
  "inline-flex items-center justify-center gap-1.5 rounded-control border whitespace-nowrap select-none transition-colors " +
  "disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55 aria-disabled:pointer-events-none forced-edge";

const KINDS: Record<ButtonKind, string> = {
  primary: "bg-accent-fill border-accent-fill text-on-accent font-strong hover:brightness-110",
  secondary: "bg-surface border-line-strong text-ink hover:bg-hover",
  danger: "bg-surface border-danger text-danger font-strong hover:bg-danger-soft",
  quiet: "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
};

const SIZES: Record<ButtonSize, string> = {
  md: "h-8 px-[11px] touch:h-11",
  // On touch it looks 36 px high in its bar and answers on 44.
  sm: "relative h-[26px] px-2 text-hint touch:h-9 touch:text-[13px] touch:after:absolute touch:after:inset-x-0 touch:after:-inset-y-1",
};

/** The look of a button, for a `<button>` or an `<a>`: 32 px, 26 in bars, at least 44 on touch. */
export function buttonClass(kind: ButtonKind = "secondary", size: ButtonSize = "md"): string {
  return `${SHAPE} ${KINDS[kind]} ${SIZES[size]}`;
}
