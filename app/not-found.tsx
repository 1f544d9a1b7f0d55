import { OutsidePage } from "#components/shell/outside-page.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageLink } from "#components/ui/page-link.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <OutsidePage title="There is nothing here" lead="The address is wrong, or it belongs to something you may not see.">
      <PageLink href="/keys" className={buttonClass("secondary")}>
        Go to the keys
      </PageLink>
    </OutsidePage>
  );
}
