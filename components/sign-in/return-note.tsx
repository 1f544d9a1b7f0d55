import { Link as LinkIcon } from "lucide-react";
import type { Translate } from "#lib/words/translate.ts";
import { Icon } from "#components/ui/icon.tsx";

/** Where signing in leads. */
export function ReturnNote({ path, t }: { path: string; t: Translate }) {
  return (
    <div className="mb-[18px] flex items-start gap-2 rounded-control bg-sunken px-3 py-2.5 text-token text-ink-2">
      <Icon of={LinkIcon} className="mt-0.5 text-ink-3" />
      <p className="min-w-0">
        {t("sign-in.return")}
        <br />
        <code className="mono text-code break-all">{path}</code>
      </p>
    </div>
  );
}
