"use client";
import { ExternalLink } from "lucide-react";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { ConsoleLink } from "#lib/model/key.ts";

/** The way to the key in its cloud's own console, or why there is none. */
export function ConsoleAddress({ cloud, address }: { cloud: string; address: ConsoleLink }) {
  const t = useWords();
  const label = useCloudLabel()(cloud);
  if (address.url === null) return <span className="text-second leading-note text-ink-3">{t(`console.${address.because}`, { cloud: label })}</span>;
  return (
    <a href={address.url} target="_blank" rel="noopener noreferrer" className="inline-flex items-center gap-1 rounded-token text-accent hover:underline">
      {t("console.open", { cloud: label })}
      <Icon of={ExternalLink} size={12} />
      <span className="sr-only">{t("console.new-tab")}</span>
    </a>
  );
}
