/** Calls `gone` once when npm, which started this program, is no more: it passes no signal on, and its shell even less. */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 250);
  watch.unref();
}
