"use client";
import { useWords } from "#components/ui/words.tsx";

const BARS = ["w-[62%]", "w-[78%]", "w-[54%]", "w-[70%]", "w-[60%]", "w-[74%]"];

/** Bars at the final height of rows while the first rows come. */
export function LoadingBody() {
  const t = useWords();
  return (
    <div role="status" className="animate-pulse">
      <span className="sr-only">{t("body.loading")}</span>
      {Array.from({ length: 12 }, (_, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: twelve equal bars
          key={index}
          aria-hidden="true"
          className="grid h-10 compact:md:h-[26px] grid-cols-[1.6fr_1fr_1fr_1fr] items-center gap-6 border-b border-line px-4 phone:h-[85px] phone:grid-cols-[1.6fr_1fr]"
        >
          {[0, 1, 2, 3].map((cell) => (
            <span key={cell} className={`h-[9px] rounded-token bg-line ${BARS[(index + cell) % BARS.length]} ${cell > 1 ? "phone:hidden" : ""}`} />
          ))}
        </div>
      ))}
    </div>
  );
}
