export type ButtonKind = "primary" | "secondary" | "quiet";
export type ButtonSize = "md" | "sm";

const SHAPE =
  "inline-flex items-center justify-center gap-1.5 rounded-control border whitespace-nowrap select-none transition-colors " +
  "disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55 aria-disabled:pointer-events-none forced-edge touch:h-11";

const KINDS: Record<ButtonKind, string> = {
  primary: "bg-accent-fill border-accent-fill text-on-accent font-strong hover:brightness-110",
  secondary: "bg-surface border-line-strong text-ink hover:bg-hover",
  quiet: "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
};

const SIZES: Record<ButtonSize, string> = { md: "h-8 px-[11px]", sm: "h-[26px] px-2 text-hint touch:text-[13px]" };

/** The look of a button, for a `<button>` or an `<a>`: 32 px, 26 in bars, 44 on touch. */
export function buttonClass(kind: ButtonKind = "secondary", size: ButtonSize = "md"): string {
  return `${SHAPE} ${KINDS[kind]} ${SIZES[size]}`;
}
