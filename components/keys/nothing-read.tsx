"use client";
import { useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { BodyMessage } from "./body-message.tsx";

/** No key at all: either there is none, or nobody looked yet. */
export function NothingRead({ data }: { data: KeysAnswer }) {
  const t = useWords();
  const isRead = data.coverage.read > 0 && data.coverage.unread === 0;
  return <BodyMessage title={t("body.empty")}>{t(isRead ? "body.empty.read" : "body.empty.unread")}</BodyMessage>;
}
