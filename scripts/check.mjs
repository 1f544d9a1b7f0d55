import { CHECKS } from "./steps/checks.mjs";
import { main, say } from "./steps/step.mjs";

/** Types, lint, format, import rules, dead code, names: all at once, in seconds. Exit code 1 if one fails. */
main(async () => {
  const names = Object.keys(CHECKS);
  const results = await Promise.all(
    names.map(async (name) => {
      const result = await CHECKS[name]();
      say(`${result.code === 0 ? "ok    " : "FAILED"} ${name}${result.note ? ` (${result.note})` : ""}`);
      if (result.code !== 0) console.log(result.output);
      return result;
    }),
  );
  const failed = results.filter(({ code }) => code !== 0).length;
  say(`${names.length - failed} checks passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
