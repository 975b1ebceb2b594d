import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readTrace } from '../genesys/trace.ts';
import type { TraceEntry } from '../genesys/trace.ts';
import { undocumented } from './documentedEvents.ts';
import { EVENT_NAMES } from './toolkitEvent.ts';
import { TRACE_SCRIPTS, traceText } from './traceScripts.ts';

/** Ranges that ACMA and Ofcom keep for drama: mobile, Melbourne, London. */
const FREE_FOR_DRAMA = /^\+?(614915701\d\d|6149157000\d|6137010\d{4}|442079460\d{3})$/;
const TRACES = path.join(import.meta.dirname, 'traces');
const NAMES = readdirSync(TRACES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));

interface Told {
    readonly type: string;
    readonly detail: Readonly<Record<string, unknown>>;
}

function entriesOf(name: string, folder = TRACES): readonly TraceEntry[] {
    const reading = readTrace(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
    assert.ok('entries' in reading, 'error' in reading ? reading.error : '');
    return reading.entries;
}
const toldIn = (name: string): readonly Told[] => entriesOf(name).map(({ message }) => message as Told);

describe('the traces of Salesforce Voice', () => {
    test('are those of the scripts, and the README has a line for each', () => {
        const described = readFileSync(path.join(TRACES, 'README.md'), 'utf8');
        assert.deepEqual([...NAMES].sort(), Object.keys(TRACE_SCRIPTS).sort());
        assert.deepEqual(
            NAMES.filter((name) => !described.includes(`\`${name}.json\``)),
            []
        );
    });

    for (const name of NAMES) {
        test(`the phone here says ${name}, word for word`, () => {
            const script = TRACE_SCRIPTS[name];
            assert.ok(script);
            const text = readFileSync(path.join(TRACES, `${name}.json`), 'utf8').replaceAll('\r\n', '\n');
            assert.equal(text, traceText(script), 'Run node local/voice/writeTraces.ts after a script was changed.');
        });
    }

    for (const name of NAMES.filter((one) => one !== 'odd-shapes')) {
        test(`${name} holds documented events only`, () => {
            assert.deepEqual(toldIn(name).flatMap(undocumented), []);
        });
    }

    test('have all 19 events between them', () => {
        const told = new Set(NAMES.flatMap((name) => toldIn(name).map(({ type }) => type)));
        assert.deepEqual([...told].sort(), [...EVENT_NAMES].sort());
    });

    test('odd-shapes has each odd shape in it', () => {
        const told = toldIn('odd-shapes');
        const [first] = told;
        const calls = new Set(told.flatMap(({ detail }) => detail['callId'] ?? []));
        assert.equal(first?.detail['callType'], 'Inbound');
        assert.ok(calls.size > 1, 'call ids of other legs');
        assert.ok(
            told.some(({ detail }) => detail['callId'] === undefined),
            'no call id'
        );
        assert.ok(
            told.some(({ type, detail }) => type === 'hold' && detail['participant'] === undefined),
            'no participant'
        );
        assert.ok(
            told.some(({ detail }) => Array.isArray(detail['stats'])),
            'nested figures'
        );
        assert.ok(
            told.every(({ detail }) => 'phoneSystem' in detail),
            'unknown keys'
        );
    });

    test('hold no number that can belong to anybody', () => {
        const text = NAMES.map((name) => readFileSync(path.join(TRACES, `${name}.json`), 'utf8')).join('');
        const numbers = [...text.matchAll(/"participant":"(\+?\d+)"/g)].map(([, number = '']) => number);
        assert.ok(numbers.length > 30);
        assert.deepEqual(
            numbers.filter((number) => !FREE_FOR_DRAMA.test(number)),
            []
        );
    });
});

describe('the same call in both phones', () => {
    const GENESYS = path.join(import.meta.dirname, '../genesys/traces');
    const CATEGORIES: Readonly<Record<string, string>> = {
        callstarted: 'add',
        callended: 'disconnect',
        wrapupended: 'acw'
    };

    for (const name of ['inbound-call', 'outbound-call', 'missed-call']) {
        test(`${name} has the same id, number and times`, () => {
            const twin = entriesOf(name, GENESYS).map(({ atMs, message }) => ({
                atMs,
                ...(message as { category: string; data: Readonly<Record<string, unknown>> })
            }));
            const ours = entriesOf(name).map(({ atMs, message }) => ({ atMs, ...(message as Told) }));
            const at = (category: string): number | undefined =>
                twin.find((message) => message.category === category)?.atMs;
            for (const { atMs, type } of ours) {
                const category = CATEGORIES[type];
                if (category !== undefined) assert.equal(atMs, at(category), type);
            }
            assert.equal(ours[0]?.detail['callId'], twin[0]?.data['id']);
            assert.equal(ours[0]?.detail['participant'], twin[0]?.data['displayAddress']);
        });
    }

    test('is connected and held at the same times', () => {
        const states = entriesOf('inbound-call', GENESYS).map(({ atMs, message }) => ({
            atMs,
            state: (message as { data: { new?: { state: string } } }).data.new?.state
        }));
        const since = (state: string, after = 0): number | undefined =>
            states.find((one) => one.state === state && one.atMs >= after)?.atMs;
        const ours = entriesOf('inbound-call').map(({ atMs, message }) => [(message as Told).type, atMs]);
        const held = since('HELD');
        assert.deepEqual(Object.fromEntries(ours.slice(1, 4)), {
            callconnected: since('CONNECTED'),
            hold: held,
            resume: since('CONNECTED', held)
        });
    });
});
