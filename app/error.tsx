"use client";
import { RefreshCw } from "lucide-react";
import { OutsidePage } from "#components/shell/outside-page.tsx";
import { Button } from "#components/ui/button.tsx";

/** What a page shows when it could not be made at all. The digest names the entry in the server's log. */
export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <OutsidePage title="This page could not be made" lead="The server failed while it made the page. Nothing was lost; trying again often helps.">
      {error.digest && (
        <p className="mb-3 text-hint text-ink-3">
          Log entry <code className="mono">{error.digest}</code>
        </p>
      )}
      <Button icon={RefreshCw} onClick={retry}>
        Try again
      </Button>
    </OutsidePage>
  );
}
