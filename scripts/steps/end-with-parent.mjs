/** Loaded first into every process that we start: when the parent is gone, however it died, so is the child. */
// `next dev` hands this on to a process of its own, which must hold on to its channel.
if (process.channel && !process.env.NEXT_PRIVATE_WORKER) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 8000).unref();
  });
}
