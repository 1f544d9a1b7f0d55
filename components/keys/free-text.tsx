const HAN = /\p{Script=Han}/u;

/** Text that people wrote: its direction of writing ends where it does. A Chinese run says so, for the right glyphs and line breaks. */
export function FreeText({ text, className }: { text: string; className?: string }) {
  return (
    <bdi lang={HAN.test(text) ? "zh-Hans" : undefined} className={className}>
      {text}
    </bdi>
  );
}
