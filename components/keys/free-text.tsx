const HAN = /\p{Script=Han}/u;

/** Text that people wrote. A Chinese run says so, for the right glyphs and line breaks. */
export function FreeText({ text, className }: { text: string; className?: string }) {
  return (
    <span lang={HAN.test(text) ? "zh-Hans" : undefined} className={className}>
      {text}
    </span>
  );
}
