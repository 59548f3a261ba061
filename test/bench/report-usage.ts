// Preloaded into every subject: tells the benchmark how much memory and processor time the process has used.
process.on('message', (question) => {
  if (question === 'collect') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ usage: { cpuMicroseconds: user + system, rss, heapUsed } });
});
process.on('disconnect', () => process.exit(0));
