"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
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
  const t = useWords();
  const format = useFormat();
  return (
    <Dialog
      title={t("filter.title")}
      shape="sheet"
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose} className="phone:flex-1">
          {t("filter.show", { count: total, shown: format.count(total, isPartial) })}
        </Button>
      }
    >
      <div className="-mx-4 -my-2">
        <FacetRail view={view} facets={facets} names={names} isPartial={isPartial} inSheet />
      </div>
    </Dialog>
  );
}
