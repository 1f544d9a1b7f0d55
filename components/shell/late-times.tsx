"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { TimeTip } from "#components/ui/time-tip.tsx";
import { useTimes } from "#components/ui/words.tsx";
import { followMachine } from "#lib/client/remember-times.ts";
import { TIME_CHOICE_ID } from "./time-choice-id.ts";
import { TimeChoice } from "./time-choice.tsx";

/** What times take up once the page is drawn: the moments behind times, and how they are written. */
export function LateTimes() {
  const { isLocal } = useTimes();
  const router = useRouter();
  const [place] = useState(() => document.getElementById(TIME_CHOICE_ID));
  useEffect(() => {
    // The machine is in another zone than the one the page was made for.
    if (isLocal && followMachine()) router.refresh();
  }, [isLocal, router]);
  return (
    <>
      <TimeTip />
      {place && createPortal(<TimeChoice />, place)}
    </>
  );
}
