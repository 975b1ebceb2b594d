/** npm run bench: each figure beside its baseline, measured in this run; also written to bench/results.json. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { measureDecoding } from './throughput.ts';
import { measureWrites } from './writes.ts';

const projectDir = path.resolve(import.meta.dirname, '..');

console.log('Task writes per trace, beside one write per event');
const writes = await measureWrites(projectDir);
for (const { trace, mode, tasks, writes: count, oneWritePerEvent, ratio } of writes) {
    console.log(`    ${trace}, ${mode}: ${tasks} Task, ${count} writes / ${oneWritePerEvent} events = ${ratio}`);
}

console.log('Decoding a message, beside the JSON copy that the channel makes of it (million messages a second)');
const decoding = await measureDecoding(projectDir);
console.log(`    copy ${decoding.copyOnly}, copy and decode ${decoding.copyAndDecode}`);
console.log(`    ratio ${decoding.ratio} (${decoding.spread.join(' to ')})`);

const machine = { node: process.versions.node, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
const results = path.join(projectDir, 'bench/results.json');
writeFileSync(results, `${JSON.stringify({ machine, writes, decoding }, null, 2)}\n`);
console.log(`Written to ${path.relative(projectDir, results)}`);
