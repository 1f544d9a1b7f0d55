import { expect, it } from "vitest";
import { PACE } from "../clouds/pace.ts";
import { readingPulse } from "./reading-pulse.ts";

const ANSWER = { status: 200, throttled: false };
const FAULT = { status: null, throttled: false };
const THROTTLE = { status: 429, throttled: true };

it.each([
  ["a call hangs", ["began"], true],
  ["one hangs while others are answered", ["began", "began", ANSWER, "began", ANSWER], false],
  ["it timed out and is tried again", ["began", FAULT, "wait", "began"], true],
  ["the cloud throttles, and is left alone", ["began", THROTTLE], true],
  ["all was answered", ["began", "began", FAULT, ANSWER], false],
  ["nothing was asked", [], false],
  ["it hung and answers again", ["began", "wait", ANSWER, "began", ANSWER], false],
] as const)("%s", (_, events, isSilent) => {
  let now = 1_000;
  const pulse = readingPulse(() => now);
  for (const event of events) {
    if (event === "began") pulse.began();
    else if (event === "wait") now += PACE.muteMs;
    else pulse.ended(event);
    now += PACE.muteMs / 10;
  }
  if (events.at(-1) !== ANSWER) now += PACE.muteMs;
  expect(pulse.isSilent()).toBe(isSilent);
});
