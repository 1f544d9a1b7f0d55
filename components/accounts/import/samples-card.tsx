"use client";
import { Download } from "lucide-react";
import { CloudTile, useCloudLabel } from "#components/shell/clouds.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHead } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";
import { saveFile } from "#lib/client/download-export.ts";
import type { CloudOffer } from "../cloud-offer.ts";
import { ColumnTable } from "./column-table.tsx";
import { sampleRows } from "./import-columns.ts";
import { writeCsv } from "./write-csv.ts";

/** A file to begin with, for each cloud, and what its columns hold. */
export function SamplesCard({ offers }: { offers: readonly CloudOffer[] }) {
  const t = useWords();
  const cloudLabel = useCloudLabel();
  const save = (offer: CloudOffer) => saveFile(new Blob([writeCsv(sampleRows(offer))], { type: "text/csv" }), `keyatlas-${offer.id}-sample.csv`);
  return (
    <Card>
      <CardHead title={t("import.samples")} aside={t("import.samples.note")} />
      <div className="p-3.5">
        <p className="text-ink-2">{t("import.samples.lead")}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {offers.map((offer) => (
            <Button key={offer.id} onClick={() => save(offer)} className="phone:!h-auto phone:min-h-11 phone:w-full phone:!whitespace-normal">
              <CloudTile id={offer.id} />
              {t("import.sample", { cloud: cloudLabel(offer.id) })}
              <Icon of={Download} className="text-ink-3" />
            </Button>
          ))}
        </div>
      </div>
      <ColumnTable offers={offers} />
    </Card>
  );
}
