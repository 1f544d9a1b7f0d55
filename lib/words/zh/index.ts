import type { WordKey } from "../en/index.ts";
import { ACCOUNTS } from "./accounts.ts";
import { CHECK } from "./check.ts";
import { COMMON } from "./common.ts";
import { COVERAGE } from "./coverage.ts";
import { EXPORT } from "./export.ts";
import { FIELDS } from "./fields.ts";
import { IMPORT } from "./import.ts";
import { FILTER } from "./filter.ts";
import { KEYS } from "./keys.ts";
import { LIVE } from "./live.ts";
import { OVERVIEW } from "./overview.ts";
import { PANEL } from "./panel.ts";
import { SOURCES } from "./sources.ts";
import { TIME } from "./time.ts";
import { PARTS } from "./parts.ts";
import { SHELL } from "./shell.ts";
import { SIGN_IN } from "./sign-in.ts";
import { COLUMNS } from "./columns.ts";
import { KEYBOARD } from "./keyboard.ts";
import { VIEWS } from "./views.ts";

/** Simplified Chinese. The compiler holds the list: a word that is missing does not build. */
export const ZH: Record<WordKey, string> = {
  ...ACCOUNTS,
  ...CHECK,
  ...COMMON,
  ...COVERAGE,
  ...EXPORT,
  ...FIELDS,
  ...FILTER,
  ...IMPORT,
  ...KEYS,
  ...LIVE,
  ...OVERVIEW,
  ...PANEL,
  ...PARTS,
  ...SHELL,
  ...SIGN_IN,
  ...SOURCES,
  ...TIME,
  ...VIEWS,
  ...KEYBOARD,
  ...COLUMNS,
};
