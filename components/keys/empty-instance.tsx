"use client";
import { Plus } from "lucide-react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import { BodyMessage } from "./body-message.tsx";

/** An instance without any account: why it is empty, and the one thing to do. */
export function EmptyInstance() {
  const t = useWords();
  const mayOperate = useMayOperate();
  return (
    <BodyMessage
      art={<DashedGlobe />}
      title={t("body.new")}
      actions={
        mayOperate && (
          <PageLink href="/accounts/new" className={buttonClass("primary")}>
            <Icon of={Plus} />
            {t("accounts.connect")}
          </PageLink>
        )
      }
    >
      {t(mayOperate ? "body.new.operator" : "body.new.viewer")}
    </BodyMessage>
  );
}

function DashedGlobe() {
  return (
    <svg viewBox="0 0 56 56" fill="none" stroke="currentColor" strokeWidth="1.25" strokeDasharray="3.2 3" aria-hidden="true" className="size-[46px] text-ink-3">
      <circle cx="28" cy="28" r="24" />
      <ellipse cx="28" cy="28" rx="10" ry="24" />
      <path d="M4 28h48M8 16h40M8 40h40" />
    </svg>
  );
}
