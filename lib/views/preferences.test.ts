import { describe, expect, test } from "vitest";
import { DATABASE_KINDS, useTestDatabase } from "../store/test-database.ts";
import { type Preferences, UNCHOSEN } from "../model/preferences.ts";
import { writePreferences } from "../store/preferences.ts";
import { PREFERENCES } from "./preferences-input.ts";
import { readPreferences, savePreferences } from "./preferences.ts";
import { person } from "./testing/people.ts";

const CHOSEN = {
  columns: ["state", "alias"],
  density: "compact",
  pageSize: 100,
  wrap: true,
  stripes: false,
  stickyFirst: false,
  widths: { key: 320, state: 64 },
  panelPlace: "bottom",
  panelSize: 420,
  language: "zh",
  timeZone: "Asia/Shanghai",
  timeStyle: "absolute",
};

describe.each(DATABASE_KINDS)("preferences (%s)", (kind) => {
  useTestDatabase(kind);

  test("are each person's own, and a PUT says all of them", async () => {
    const [ada, bob] = [await person("ada", "viewer"), await person("bob", "viewer")];
    expect(await readPreferences(ada)).toEqual(UNCHOSEN);
    expect(await savePreferences(ada, PREFERENCES.parse(CHOSEN))).toEqual(CHOSEN);
    expect(await readPreferences(ada)).toEqual(CHOSEN);
    expect(await readPreferences(bob)).toEqual(UNCHOSEN);
    await savePreferences(ada, PREFERENCES.parse({ timeZone: "UTC", density: null }));
    expect(await readPreferences(ada)).toEqual({ ...UNCHOSEN, timeZone: "UTC" });
  });

  test("of an older version are read and written still", async () => {
    const ada = await person("ada", "viewer");
    const old = { columns: null, density: "compact", pageSize: null, language: null, timeZone: null, timeStyle: null };
    await writePreferences(ada, old as Preferences);
    expect(await readPreferences(ada)).toEqual({ ...UNCHOSEN, density: "compact" });
    expect(PREFERENCES.parse(old)).toEqual({ ...UNCHOSEN, density: "compact" });
  });
});

test.each([
  { columns: [] },
  { columns: ["state", "state"] },
  { columns: ["absent"] },
  { columns: ["constructor"] },
  { density: "airy" },
  { pageSize: 37 },
  { pageSize: "50" },
  { language: "pseudo" },
  { timeZone: "Mars/Olympus_Mons" },
  { timeZone: "+08:00" },
  { timeZone: "" },
  { timeStyle: "stardate" },
  { wrap: "yes" },
  { widths: { key: 20 } },
  { widths: { key: 320.5 } },
  { widths: { absent: 100 } },
  { widths: [100] },
  { panelPlace: "top" },
  { panelSize: 9000 },
  { theme: "dark" },
])("%j is refused", (given) => {
  expect(PREFERENCES.safeParse(given).success).toBe(false);
});

test("a zone is kept under the name that Intl lists, whichever name the browser has for it", () => {
  const zoneOf = (timeZone: string) => PREFERENCES.parse({ timeZone }).timeZone;
  expect(zoneOf("Asia/Kolkata")).toBe(zoneOf("Asia/Calcutta"));
  expect(Intl.supportedValuesOf("timeZone")).toContain(zoneOf("Asia/Kolkata"));
  expect(zoneOf("UTC")).toBe("UTC");
});
