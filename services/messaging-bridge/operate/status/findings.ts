import type { ProcessRow } from '../../store/processes.ts';
import type { BridgeStatus } from './bridgeStatus.ts';
import { counted, durationInWords } from './words.ts';

/** Something that an operator should know. `wrong`: nothing gets better before somebody acts. */
export interface Finding {
    readonly severity: 'wrong' | 'note';
    readonly text: string;
}

/** The leader says this often what its stream does; nothing said for longer means that it has gone. */
const SILENT_MS = 30_000;
const LATE_MS = 60_000;

/** What stands out, the worst first; nothing where all is well. */
export function findingsOf(status: BridgeStatus): Finding[] {
    const found = [...processFindings(status), ...streamFindings(status), ...entryFindings(status)];
    return [
        ...found.filter(({ severity }) => severity === 'wrong'),
        ...found.filter(({ severity }) => severity === 'note')
    ];
}

export const isAlive = ({ aliveForMs }: ProcessRow): boolean => aliveForMs > 0;
/** `host, process 4711`: as the operator finds it. */
export const nameOf = ({ host, name, pid }: ProcessRow): string =>
    host === undefined ? name : `${host}, process ${pid}`;

const wrong = (text: string): Finding => ({ severity: 'wrong', text });
const note = (text: string): Finding => ({ severity: 'note', text });

function* processFindings({ leader, processes }: BridgeStatus): Generator<Finding> {
    const alive = processes.filter(isAlive);
    if (alive.length === 0) {
        yield wrong('No process of the bridge runs: nothing is read and nothing delivered. Start one with bridge run.');
        return;
    }
    if (leader === undefined || leader.leadsForMs <= 0)
        yield note('No process follows Salesforce just now. Another one takes over within some seconds.');
    for (const gone of processes.filter((one) => !isAlive(one)))
        yield note(
            `${nameOf(gone)} ended without a word ${durationInWords(-gone.aliveForMs)} ago. What it held goes on in another process.`
        );
    for (const resting of alive)
        for (const service of resting.resting ?? [])
            yield note(
                `${service} did not answer ${nameOf(resting)} several times in a row: what is to go there waits, and is tried now and then.`
            );
}

function* streamFindings({ leader, stream, waiting }: BridgeStatus): Generator<Finding> {
    const { behindMs, state } = stream;
    if (leader === undefined || leader.leadsForMs <= 0 || state === undefined || state.toldAgoMs > SILENT_MS) return;
    const since = `for ${durationInWords(state.sinceMs)}`;
    if (state.name === 'fatal') yield wrong(`The stream of Salesforce stands still ${since}: ${state.told ?? ''}`);
    else if (state.name === 'alarm' || state.name === 'waiting')
        yield note(`The stream of Salesforce is broken and is tried again: ${state.told ?? ''}`);
    else if (state.name === 'notTaken')
        yield wrong(
            `What Salesforce sent could not be stored, and comes again. ${state.told ?? 'Look at the database.'}`
        );
    else if (state.name === 'paused')
        yield note(
            `Salesforce is asked for nothing ${since}, because ${counted(waiting.entries, 'entry waits', 'entries wait')} (mostWaiting in the configuration). It keeps its events for 72 hours.`
        );
    if (behindMs !== undefined && behindMs > LATE_MS)
        yield note(`What is read now was published ${durationInWords(behindMs)} before: the bridge is catching up.`);
}

function* entryFindings({ aside, waiting }: BridgeStatus): Generator<Finding> {
    const { entries, oldestMs = 0, reasons } = waiting;
    if (oldestMs > LATE_MS)
        yield note(`${counted(entries, 'entry waits', 'entries wait')}, the oldest for ${durationInWords(oldestMs)}.`);
    for (const { conversations, reason } of reasons)
        yield note(`${counted(conversations, 'conversation waits', 'conversations wait')}: ${reason}.`);
    const count = aside.reduce((sum, one) => sum + one.count, 0);
    if (count > 0)
        yield wrong(
            `${counted(count, 'entry is', 'entries are')} set aside for somebody to look at: bridge dead-letters list.`
        );
}
