import { parseArgs } from "node:util";
import { SettingsError } from "#lib/env.ts";
import { Refusal } from "#lib/model/refusal.ts";
import { refusalIn } from "#lib/store/refusal-in.ts";
import { COMMANDS, type Options } from "./cli/commands.ts";

const OPTIONS = {
  name: { type: "string" },
  role: { type: "string" },
  group: { type: "string", multiple: true },
  expires: { type: "string" },
  email: { type: "string" },
  account: { type: "string" },
  region: { type: "string" },
  help: { type: "boolean" },
} as const;

/** `npm run --silent keyatlas -- …`: answers on standard output, one sentence on standard error when it cannot, exit code 1 then. */
async function main(): Promise<void> {
  const {
    values: { help: isHelp, ...options },
    positionals,
  } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const name = positionals.join(" ");
  if (isHelp || name === "help" || name === "") return print(help());
  const command = COMMANDS[name];
  if (!command) throw new Refusal("invalid_body", `There is no command "${name}". Try: npm run --silent keyatlas -- help`);
  const given: Options = options;
  for (const option of Object.keys(options) as (keyof Options)[]) {
    if (!command.takes.includes(option)) throw new Refusal("invalid_body", `${name} takes no --${option}. Usage: ${command.usage}`);
  }
  for (const option of command.needs) {
    if (!given[option]) throw new Refusal("invalid_body", `${name} needs --${option}. Usage: ${command.usage}`);
  }
  print(await command.run(given));
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

function help(): string {
  const lines = Object.values(COMMANDS).map(({ usage, does }) => `  ${usage}\n      ${does}`);
  return `Keyatlas, from the command line: npm run --silent keyatlas -- COMMAND\n\n${lines.join("\n")}\n\n  ROLE is viewer, auditor, operator or owner. --group limits to account groups.`;
}

/** The sentence for people; the whole error only when it is a fault of ours. */
function sentence(error: unknown): string {
  const refusal = refusalIn(error);
  if (refusal || error instanceof SettingsError) return (refusal ?? (error as SettingsError)).message;
  if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return error.message.split(". ")[0] ?? error.message;
  // A database error's own message quotes its parameters: its innermost cause does not.
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  return inner instanceof Error ? inner.message : String(inner);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
});
