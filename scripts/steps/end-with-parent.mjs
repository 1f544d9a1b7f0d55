/** Loaded first into every process that we start: when the parent is gone, however it died, so is the child. */
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 8000).unref();
  });
}
