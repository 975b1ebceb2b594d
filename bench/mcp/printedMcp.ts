import { row } from '../aims.ts';
import type { AimRow } from '../aims.ts';
import type { Measured } from '../measuring/summed.ts';
import type { CallTimes, Contender, Mcp, PerSecond } from './mcp.ts';

const NAMES: Readonly<Record<Contender, string>> = {
    ours: 'ours',
    fetch: 'its question to Genesys Cloud, alone',
    dryRun: 'ours, a dry run',
    echo: 'an echo, by the SDK alone',
    sdkFetch: 'the same question, by the SDK alone'
};

const figure = ({ median, spread }: Measured): string => `${median} (${spread.join(' to ')})`;

export function printedMcp({ cold, http, httpPlain, lists, memory, perSecond, perSecondStdio, stdio }: Mcp): string[] {
    return [
        ...printedCalls('A call of a tool over HTTP', http),
        ...printedCalls('The same of a client that only posts an object', httpPlain),
        ...printedCalls('A call of a tool over stdio', stdio),
        'Calls of a tool over HTTP, a second (middle half)',
        ...perSecond.flatMap(printedPerSecond),
        'Calls of a tool over stdio, a second (middle half)',
        ...perSecondStdio.flatMap(printedPerSecond),
        'Start of the packed server over stdio, to its first answer: milliseconds',
        `    ours ${figure(cold.ours)}, an empty one by the SDK alone ${figure(cold.sdkEmpty)}: ${figure(cold.ratio)} times`,
        'Answer to tools/list: bytes (tokens estimated as bytes / 4)',
        ...lists.map(
            ({ what, tools, bytes, estimatedTokens }) =>
                `    ${what.padEnd(18)} ${String(tools).padStart(2)} tools ${String(bytes).padStart(6)} (about ${estimatedTokens})`
        ),
        `Memory of the server over HTTP in use, and what it has of the machine, ${memory.calls} calls in ${memory.seconds} s: bytes`,
        `    ${memory.before.heap}, ${memory.before.rss} before`,
        ...memory.after.map(
            ({ what, calls, growth, heap, rss }) =>
                `    ${heap}, ${rss} after ${calls} calls, ${CALLS[what]}: ${(growth / calls).toFixed(1)} for a call`
        )
    ];
}

const CALLS: Readonly<Record<Mcp['memory']['after'][number]['what'], string>> = {
    reads: 'each a question to Genesys Cloud',
    dryRuns: 'each a dry run',
    sends: 'two for each message: it is remembered for ten minutes'
};

const printedPerSecond = ({ inFlight, of }: PerSecond): string[] => [
    `    ${inFlight} at once`,
    ...namesOf(of).map((name) => `        ${NAMES[name].padEnd(38)} ${figure(of[name])}`)
];

function printedCalls(title: string, { calls, of, dryRunOverEcho, addedOverEcho, overSdkFetch }: CallTimes): string[] {
    return [
        `${title}, ${calls} of each, one after the other: milliseconds, median and 99th percentile`,
        ...namesOf(of).map((name) => `    ${NAMES[name].padEnd(38)} ${of[name].p50}, ${of[name].p99}`),
        `    the dry run, beside the echo: ${figure(dryRunOverEcho)} times`,
        `    what ours adds to its question, beside the echo: ${figure(addedOverEcho)} times`,
        `    ours, beside the SDK with the same question: ${figure(overSdkFetch)} times`
    ];
}

const namesOf = (of: Readonly<Record<Contender, unknown>>): Contender[] => Object.keys(of) as Contender[];

const MOST = { most: 1.3 } as const;

export function mcpAims({ cold, http, stdio }: Pick<Mcp, 'cold' | 'http' | 'stdio'>): AimRow[] {
    return [
        row('MCP dry run over HTTP, beside an echo', http.dryRunOverEcho.median, MOST, 'times as long'),
        row('the same over stdio', stdio.dryRunOverEcho.median, MOST, 'times as long'),
        row('MCP call over HTTP, beside the SDK', http.overSdkFetch.median, MOST, 'times as long'),
        row('the same over stdio', stdio.overSdkFetch.median, MOST, 'times as long'),
        row('MCP start, beside an empty server', cold.ratio.median, MOST, 'times as long')
    ];
}
