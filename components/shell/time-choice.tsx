"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useNow } from "#components/ui/now.tsx";
import { useFormat, useTimes, useWords } from "#components/ui/words.tsx";
import { changePreferences } from "#lib/client/change-preferences.ts";
import { machineZone, rememberTimes } from "#lib/client/remember-times.ts";
import { TIME_STYLES } from "#lib/model/preferences.ts";
import { LOCAL_ZONE, type Times } from "#lib/model/times.ts";

/** How times are written, and in which zone. The page is made again with them, as with another language; what stands in it stays. */
export function TimeChoice() {
  const t = useWords();
  const format = useFormat();
  const times = useTimes();
  const now = new Date(useNow()).toISOString();
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const keep = useMutation({ mutationFn: changePreferences });
  const [zones] = useState(() => Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"));

  function choose(change: { zone: string } | { style: Times["style"] }) {
    rememberTimes(change);
    keep.mutate("zone" in change ? { timeZone: change.zone } : { timeStyle: change.style });
    startTransition(() => router.refresh());
  }

  return (
    <div className="border-b border-line p-2" aria-busy={isBusy}>
      <fieldset className="flex gap-0.5">
        <legend className="px-2.5 pb-1 text-hint text-ink-3">{t("times.style")}</legend>
        {TIME_STYLES.map((style) => (
          <button
            key={style}
            type="button"
            aria-pressed={style === times.style}
            onClick={() => choose({ style })}
            className="min-h-7 flex-1 rounded-control px-2.5 text-ink-2 hover:bg-sunken touch:min-h-11 aria-pressed:bg-sunken aria-pressed:font-strong aria-pressed:text-ink"
          >
            {t(`times.style.${style}`)}
          </button>
        ))}
      </fieldset>
      <label className="mt-1.5 block px-2.5 text-hint text-ink-3">
        {t("times.zone")}
        <select
          value={times.isLocal ? LOCAL_ZONE : times.zone}
          onChange={({ target }) => choose({ zone: target.value })}
          className="mt-1 block h-8 w-full rounded-control border border-control bg-surface px-1.5 text-field text-ink touch:h-11"
        >
          <option value="UTC">UTC</option>
          <option value={LOCAL_ZONE}>{t("times.zone.local", { zone: machineZone() })}</option>
          <optgroup label={t("times.zone.all")}>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </optgroup>
        </select>
      </label>
      <p className="px-2.5 pt-1 text-hint text-ink-3">
        <time dateTime={now}>{t("times.now", { moment: format.moment(now) })}</time>
      </p>
      {keep.error && (
        <p role="alert" className="px-2.5 pt-1 text-hint text-danger">
          {t("times.not-kept")}
        </p>
      )}
    </div>
  );
}
