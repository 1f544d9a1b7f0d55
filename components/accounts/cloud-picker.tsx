"use client";
import { CloudTile, useCloudLabel } from "#components/shell/clouds.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { CloudOffer } from "./cloud-offer.ts";

/** Which cloud: one card each. */
export function CloudPicker({ offers, chosen, onChoose }: { offers: readonly CloudOffer[]; chosen: string; onChoose: (offer: CloudOffer) => void }) {
  const t = useWords();
  const cloudLabel = useCloudLabel();
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 font-strong">{t("field.cloud")}</legend>
      <div className="grid grid-cols-2 gap-2 phone:grid-cols-1">
        {offers.map((offer) => (
          <label
            key={offer.id}
            className="flex h-[46px] items-center gap-2.5 rounded-control border border-line-strong px-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-strong has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <CloudTile id={offer.id} />
            {cloudLabel(offer.id)}
            <input
              type="radio"
              name="cloud"
              value={offer.id}
              checked={offer.id === chosen}
              onChange={() => onChoose(offer)}
              className="ml-auto size-3.5 accent-accent-fill outline-none"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
