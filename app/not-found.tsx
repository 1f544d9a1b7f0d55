import Link from "next/link";
import { OutsidePage } from "#components/shell/outside-page.tsx";
import { buttonClass } from "#components/ui/button-class.ts";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <OutsidePage title="There is nothing here" lead="The address is wrong, or it belongs to something you may not see.">
      <Link href="/keys" prefetch={false} className={buttonClass("secondary")}>
        Go to the keys
      </Link>
    </OutsidePage>
  );
}
