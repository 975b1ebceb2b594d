/** npm run bench: each figure beside its baseline, measured in this run; also written to bench/results.json. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { aimRows } from './aims.ts';
import { answerTo } from './arguments.ts';
import { measureBridge } from './bridge/bridge.ts';
import { bridgeAims, printedBridge } from './bridge/printedBridge.ts';
import { measureDispatch } from './dispatch/dispatch.ts';
import { clientEventsOnPage, keepingNothing } from './lostEvents/connects.ts';
import { countLost } from './lostEvents/lostEvents.ts';
import { measureMcp } from './mcp/mcp.ts';
import { mcpAims, printedMcp } from './mcp/printedMcp.ts';
import { measurePerEvent } from './perEvent/perEvent.ts';
import {
    printedAims,
    printedDispatch,
    printedLost,
    printedPerEvent,
    printedSizes,
    printedUtility,
    printedWrites
} from './printed.ts';
import { printedShift, shiftAims } from './shift/printedShift.ts';
import { measureShift } from './shift/shift.ts';
import { measureSizes } from './size.ts';
import { measureDecoding } from './throughput.ts';
import { measureUtilityScript } from './utilityScript/utilityScript.ts';
import { printedVoiceDecoding, printedVoiceSizes } from './voice/printedVoice.ts';
import { measureVoiceDecoding } from './voice/voiceDecoding.ts';
import { measureVoiceSizes } from './voice/voiceSize.ts';
import { sumOfWrites } from './writes.ts';
import { writesBeside } from './writesBeside.ts';

const answer = answerTo(process.argv.slice(2));
if (answer) {
    (answer.isRefusal ? console.error : console.log)(answer.text);
    process.exit(answer.isRefusal ? 2 : 0);
}

const projectDir = path.resolve(import.meta.dirname, '..');
const say = (lines: readonly string[]): void => console.log(lines.join('\n'));

const perEvent = await measurePerEvent();
say(printedPerEvent(perEvent));

console.log('Decoding a message, beside the JSON copy that the channel makes of it (million messages a second)');
const decoding = await measureDecoding();
console.log(`    copy ${decoding.copyOnly}, copy and decode ${decoding.copyAndDecode}`);
console.log(`    ratio ${decoding.ratio} (${decoding.spread.join(' to ')})`);

const dispatch = await measureDispatch();
say(printedDispatch(dispatch));

const sizes = await measureSizes();
say(printedSizes(sizes));

const voice = { decoding: await measureVoiceDecoding(), sizes: await measureVoiceSizes() };
say(printedVoiceDecoding(voice.decoding));
say(printedVoiceSizes(voice.sizes));

const lostEvents = await countLost(await clientEventsOnPage());
const lostByBareSubscription = await countLost(keepingNothing);
say(printedLost(lostEvents, lostByBareSubscription));

const utilityScript = await measureUtilityScript();
say(printedUtility(utilityScript));

const mcp = await measureMcp();
say(printedMcp(mcp));

const bridge = await measureBridge();
say(printedBridge(bridge));

// Neither is told by the clock: what they count and how much of the processor the page takes is the same for both at once.
const [shift, writes] = await Promise.all([measureShift(), writesBeside(projectDir)]);
const writesInAll = sumOfWrites(writes);
say(printedWrites(writes, writesInAll));
say(printedShift(shift));

const aims = [
    ...aimRows({ writes: writesInAll, perEvent, dispatch, sizes, lostEvents, utilityScript }),
    ...mcpAims(mcp),
    ...bridgeAims(bridge),
    ...shiftAims(shift)
];
say(printedAims(aims));

const machine = { node: process.versions.node, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
const results = path.join(projectDir, 'bench/results.json');
const figures = {
    machine,
    aims,
    writesInAll,
    writes,
    perEvent,
    decoding,
    dispatch,
    sizes,
    voice,
    lostEvents,
    lostByBareSubscription,
    utilityScript,
    mcp,
    bridge,
    shift
};
writeFileSync(results, `${JSON.stringify(figures, null, 2)}\n`);
console.log(`Written to ${path.relative(projectDir, results)}`);
