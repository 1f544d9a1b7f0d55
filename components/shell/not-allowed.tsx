import { buttonClass } from "#components/ui/button-class.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Role } from "#lib/model/scope.ts";

/** What a role lacks is said. */
export function NotAllowed({ what, least }: { what: string; least: Role }) {
  return (
    <Sheet>
      <PageHead title="Not for your role" lead={`${what} needs the ${least} role. Ask an owner of this instance.`} />
      <PageLink href="/keys" className={buttonClass("secondary")}>
        Back to the keys
      </PageLink>
    </Sheet>
  );
}
