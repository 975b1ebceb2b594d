import type { BridgeStatus } from './bridgeStatus.ts';
import { findingsOf, isAlive, nameOf } from './findings.ts';
import { counted, durationInWords } from './words.ts';

/** How the bridge stands, for somebody at a terminal. */
export function statusText(status: BridgeStatus): string {
    const findings = findingsOf(status);
    const lines = [
        ...leaderLines(status),
        ...processLines(status),
        ...streamLines(status),
        ...entryLines(status),
        '',
        ...(findings.length === 0
            ? ['All is well.']
            : findings.map(({ severity, text }) => `${severity === 'wrong' ? 'ACT ' : 'NOTE'}  ${text}`))
    ];
    return `${lines.join('\n')}\n`;
}

const line = (name: string, ...texts: readonly string[]): string[] =>
    texts.map((text, at) => `${(at === 0 ? name : '').padEnd(12)}${text}`);

function leaderLines({ leader, processes }: BridgeStatus): string[] {
    if (leader === undefined || leader.leadsForMs <= 0) return line('leader', 'nobody');
    const process = processes.find(({ name }) => name === leader.process);
    const who = process === undefined ? leader.process : nameOf(process);
    return line('leader', `${who} (the ${leader.epoch}. to lead)`);
}

function processLines({ database, leader, processes }: BridgeStatus): string[] {
    const alive = processes.filter(isAlive);
    const names = alive.map((one) => `${nameOf(one)}${one.name === leader?.process ? ', leads' : ''}`);
    const place = database === 'embedded' ? 'the embedded database: one process' : 'PostgreSQL';
    return [...line('processes', ...(names.length === 0 ? ['none'] : names)), ...line('database', place)];
}

function streamLines({ stream, topic }: BridgeStatus): string[] {
    const { behindMs, state, storedAgoMs } = stream;
    const texts = [
        topic,
        state === undefined ? 'nothing is known of it yet' : `${state.name} for ${durationInWords(state.sinceMs)}`,
        ...(storedAgoMs === undefined ? [] : [`read last ${durationInWords(storedAgoMs)} ago`]),
        ...(behindMs === undefined ? [] : [`what came then had been published ${durationInWords(behindMs)} before`])
    ];
    return line('stream', ...texts);
}

function entryLines({ aside, delivered, waiting }: BridgeStatus): string[] {
    const { lastMinute, p50Ms, p99Ms } = delivered;
    const times =
        p50Ms === undefined || p99Ms === undefined
            ? ''
            : `; half of them within ${durationInWords(p50Ms)}, 99 of 100 within ${durationInWords(p99Ms)}`;
    const oldest = waiting.oldestMs === undefined ? '' : `, the oldest for ${durationInWords(waiting.oldestMs)}`;
    const kinds = Object.entries(waiting.byKind).map(([kind, count]) => `${count.toLocaleString('en')} ${kind}`);
    return [
        ...line(
            'waiting',
            `${counted(waiting.entries, 'entry', 'entries')} of ${counted(waiting.conversations, 'conversation')}${oldest}`,
            ...(kinds.length > 0 ? [kinds.join(', ')] : [])
        ),
        ...line('delivered', `${lastMinute.toLocaleString('en')} in the last minute${times}`),
        ...line(
            'set aside',
            ...(aside.length === 0
                ? ['nothing']
                : aside.map(
                      ({ count, kind, oldestMs, state }) =>
                          `${count.toLocaleString('en')} ${kind ?? 'event'} ${state}, the oldest for ${durationInWords(oldestMs)}`
                  ))
        )
    ];
}
