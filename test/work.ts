import assert from 'node:assert/strict';
import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';

// Begun before what is measured is compiled: V8 puts its counters into what it compiles from now on.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

type Native = (this: unknown, ...given: unknown[]) => unknown;

/** What the runtime reads of a text for each call of a function of its own, in UTF-16 units. */
interface Reader {
    readonly of: object;
    readonly name: string;
    readonly read: (text: string, begin: number, found: unknown, on: unknown) => number;
    /** The text is what it is called on. */
    readonly onText?: boolean;
}

const toTheEnd = (text: string): number => text.length;
const READERS: readonly Reader[] = [
    { of: Intl.Segmenter.prototype, name: 'segment', read: toTheEnd },
    { of: JSON, name: 'parse', read: toTheEnd },
    {
        of: RegExp.prototype,
        name: 'exec',
        read: (text, begin, found, on) => endOf(text, begin, found as RegExpExecArray | null, on as RegExp) - begin
    },
    {
        of: String.prototype,
        name: 'indexOf',
        onText: true,
        read: (text, begin, found) => (found === -1 ? text.length : Number(found)) - begin
    }
];

function endOf(
    text: string,
    begin: number,
    found: RegExpExecArray | null,
    { sticky, source, multiline }: RegExp
): number {
    if (found !== null) return found.index + found[0].length;
    // What must stand at the beginning is looked for nowhere else.
    return sticky || (source.startsWith('^') && !multiline) ? begin : text.length;
}

/**
 * Ten times as much is ten times the work, and not a hundred times. The work is counted, and so the same on every
 * machine: how often the project's functions, those of its packages and the blocks in them are entered, and how much of
 * a text the runtime reads for them. Import this before what is measured. Steps back inside one match of a regular
 * expression are not counted.
 */
export function assertGrowsAsLong(run: (size: number) => unknown, tenth: number): void {
    // What is made once is made now.
    run(Math.ceil(tenth / 10));
    const [less, more] = [workOf(() => run(tenth)), workOf(() => run(10 * tenth))];
    assert.ok(more < 20 * less, `${less} steps for ${tenth}, ${more} for ten times that`);
}

function workOf(run: () => unknown): number {
    let read = 0;
    const undo = READERS.map((reader) => counting(reader, (units) => (read += units)));
    entered();
    try {
        run();
        return entered() + read;
    } finally {
        for (const one of undo) one();
    }
}

/** Since it was asked before. */
function entered(): number {
    let scripts: Profiler.ScriptCoverage[] = [];
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
        if (error) throw error;
        scripts = result;
    });
    const blocks = scripts
        .filter(({ url }) => url.startsWith('file:') && url !== import.meta.url)
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
    return blocks.reduce((sum, { count }) => sum + count, 0);
}

function counting({ of, name, read, onText = false }: Reader, add: (units: number) => void): () => void {
    const own = Object.getOwnPropertyDescriptor(of, name);
    if (own === undefined) throw new Error(`there is no ${name}`);
    const native = own.value as Native;
    const counted: Native = function (...given) {
        const begin = onText ? Number(given[1] ?? 0) : this instanceof RegExp ? this.lastIndex : 0;
        const found = native.apply(this, given);
        add(Math.max(1, read(String(onText ? this : given[0]), begin, found, this)));
        return found;
    };
    Object.defineProperty(of, name, { ...own, value: counted });
    return () => {
        Object.defineProperty(of, name, own);
    };
}
