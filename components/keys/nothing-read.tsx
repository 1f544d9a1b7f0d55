"use client";
import { useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { BodyMessage } from "./body-message.tsx";
import { emptyWord } from "./empty-word.ts";

/** No key at all: there is none, nobody looked yet, or who looked was refused. */
export function NothingRead({ data }: { data: KeysAnswer }) {
  const t = useWords();
  const word = emptyWord(data.coverage, "plan" in data);
  const isKnown = word === "body.empty.read";
  return <BodyMessage title={t(isKnown ? "body.empty" : "body.unknown")}>{t(word)}</BodyMessage>;
}
