// Imports what the arguments name. Writes how long that took, and what the process has of the machine then.
const [from, processor] = [performance.now(), process.cpuUsage()];
for (const module of process.argv.slice(2)) await import(module);
const { system, user } = process.cpuUsage(processor);
const mebibytes = process.memoryUsage().rss / 2 ** 20;
console.log(JSON.stringify({ ms: performance.now() - from, processorMs: (system + user) / 1_000, mebibytes }));
process.exit(0);
