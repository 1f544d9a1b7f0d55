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

/** Every word of the pages, in ICU message format: the one catalogue, of which the other languages are translations. */
export const EN = {
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
} as const;
export type WordKey = keyof typeof EN;
