"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { Facets } from "#lib/model/answers.ts";
import type { FacetNames } from "./facet-options.ts";
import { FacetRail } from "./facet-rail.tsx";
import type { KeyView } from "./key-view.ts";

interface FilterSheetProps {
  view: KeyView;
  facets: Facets;
  names: FacetNames;
  total: number;
  isPartial: boolean;
  onClose: () => void;
}

/** The rail as a sheet, where it has no room beside the table. */
export function FilterSheet({ view, facets, names, total, isPartial, onClose }: FilterSheetProps) {
  const words = `Show ${formatCount(total, isPartial)} ${total === 1 ? "key" : "keys"}`;
  return (
    <Dialog
      title="Filters"
      shape="sheet"
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose} className="phone:flex-1">
          {words}
        </Button>
      }
    >
      <div className="-mx-4 -my-2">
        <FacetRail view={view} facets={facets} names={names} isPartial={isPartial} />
      </div>
    </Dialog>
  );
}
