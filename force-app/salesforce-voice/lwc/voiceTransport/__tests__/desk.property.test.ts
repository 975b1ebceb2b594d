import { TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import fc from 'fast-check';
import type { TaskRow } from '../../../../../test/ports/testTasks.ts';
import { voiceBrowser } from './voiceDesk.ts';

interface Told {
    readonly type: TelephonyEventName;
    readonly callId: string;
    readonly callType: string;
    readonly participant: string | null;
}
type Step = { readonly told: Told; readonly tabs: 'first' | 'second' | 'both' } | { readonly reload: 0 | 1 };

/** When it was told, in milliseconds from the beginning. */
type Heard = Told & { readonly at: number };

const often = <T>(value: T, weight: number): fc.WeightedArbitrary<T> => ({ weight, arbitrary: fc.constant(value) });
const toldOf = (
    types: fc.Arbitrary<TelephonyEventName>,
    callIds: fc.Arbitrary<string> = fc.oneof(often('call-1', 5), often('call-2', 2), often('leg-3', 1), often('', 1))
): fc.Arbitrary<Told> =>
    fc.record({
        type: types,
        callId: callIds,
        callType: fc.constantFrom('Inbound', 'OUTBOUND', 'internalcall', 'Consult'),
        participant: fc.constantFrom('+14155550101', '+14155550199', 'Support', '', null)
    });
const anything = toldOf(
    fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...TELEPHONY_EVENTS) },
        often<TelephonyEventName>('callconnected', 3),
        often<TelephonyEventName>('callended', 1),
        often<TelephonyEventName>('wrapupended', 1)
    )
);

const BEGINS = ['callstarted', 'callconnected'];
/** In no event; a note that is sent beside a call is no note of the agent's. */
const IN_NO_EVENT = ['Queue__c', 'Remote__c', 'Uui__c', 'Start__c', 'Acd__c', 'Ivr__c', 'Url__c'].concat([
    'Participant__c',
    'Wrap__c',
    'CallDisposition',
    'Description',
    'WhoId',
    'WhatId'
]);
const BEGAN = Date.parse('2026-01-15T09:00:00.000Z');
const iso = (at: number): string => new Date(BEGAN + at).toISOString();

function eventOf({ callId, callType, participant, type }: Told): unknown {
    const content = { formatType: 'Text', text: 'My name is Edna' };
    const sender = { role: 'EndUser', displayName: 'Edna' };
    return { type, detail: { callId, callType, participant, content, sender, queueName: 'Claims', duration: 7 } };
}

/** Each value that a Task of the call may have, by field, from what was told of it. */
function tellable(heard: readonly Heard[]): Readonly<Record<string, readonly unknown[]>> {
    const times = (type: TelephonyEventName): number[] => heard.filter((one) => one.type === type).map(({ at }) => at);
    const begins = heard.filter(({ type }) => BEGINS.includes(type));
    const kinds = begins.map(({ callType }) => callType.toLowerCase());
    const others = begins.flatMap(({ participant }) => participant || []);
    const connected = times('callconnected').slice(0, 1);
    const seconds = (from: readonly number[], to: readonly number[]): number[] =>
        from.flatMap((begin) => to.map((end) => (end - begin) / 1_000)).filter((length) => length >= 0);
    const durations = seconds(connected, times('callended'));
    const when = <T>(isTold: boolean, values: readonly T[]): readonly T[] => (isTold ? values : []);
    return {
        Ani__c: when(kinds.includes('inbound'), others),
        Called__c: when(kinds.includes('outbound'), others),
        Address__c: others,
        // That a call is not internal is never told.
        Internal__c: when(kinds.includes('internalcall'), [true]),
        CallType: ['Inbound', 'Outbound', 'Internal'].filter((kind) =>
            kinds.some((one) => one.startsWith(kind.toLowerCase()))
        ),
        Connected__c: connected.map(iso),
        Disconnected__c: times('callended').map(iso),
        Duration__c: durations,
        CallDurationInSeconds: durations,
        After__c: seconds(times('callended'), times('wrapupended')),
        ...Object.fromEntries(IN_NO_EVENT.map((field) => [field, []]))
    };
}

/** What the Task of a call must say that began, was answered and ended, where all of it was heard. */
function toldInFull(heard: readonly Heard[]): Readonly<Record<string, unknown>> | undefined {
    if (!BEGINS.includes(heard[0]?.type ?? '')) return undefined;
    const first = (type: TelephonyEventName, after = 0): number | undefined =>
        heard.find((one) => one.type === type && one.at > after)?.at;
    const [connected, ended] = [first('callconnected'), first('callended')];
    if (connected === undefined || ended === undefined || ended < connected) return undefined;
    const wrapUp = first('wrapupended', ended);
    return {
        Connected__c: iso(connected),
        Disconnected__c: iso(ended),
        Duration__c: (ended - connected) / 1_000,
        After__c: wrapUp === undefined ? undefined : (wrapUp - ended) / 1_000
    };
}

async function play(steps: readonly Step[]): Promise<{ rows: readonly TaskRow[]; of: (callId: string) => Heard[] }> {
    const browser = voiceBrowser();
    const { clock } = browser;
    const tabs = [browser.open(), browser.open()];
    const heard: Heard[] = [];
    for (const step of steps) {
        await clock.pass(1_000);
        if ('reload' in step) {
            tabs[step.reload]?.leave();
            tabs[step.reload] = browser.open();
            continue;
        }
        const event = eventOf(step.told);
        heard.push({ ...step.told, at: clock.now() - BEGAN });
        if (step.tabs !== 'second') tabs[0]?.hears(event);
        if (step.tabs !== 'first') tabs[1]?.hears(event);
    }
    await clock.pass(600_000);
    tabs.forEach((tab) => tab.leave());
    return { rows: browser.rows, of: (callId) => heard.filter((one) => one.callId === callId) };
}

const CALLS = ['call-1', 'call-2', 'leg-3'];

const inParts = fc.oneof<fc.WeightedArbitrary<Step>[]>(
    {
        weight: 6,
        arbitrary: fc.record({ told: anything, tabs: fc.constantFrom('first', 'second', 'both', 'both') })
    },
    { weight: 1, arbitrary: fc.record({ reload: fc.constantFrom(0, 1) }) }
);
/** Whatever comes between and behind what a call has in its order. */
const around = fc.array(anything, { maxLength: 6 });
const inOrder = (['callstarted', 'callconnected', 'callended', 'wrapupended'] as const).map((type) =>
    fc.tuple(toldOf(fc.constant(type), fc.constant('call-1')), around).map(([one, others]) => [one, ...others])
);
const wholeCall = fc.tuple(...inOrder).map((parts) => parts.flat().map((one): Step => ({ told: one, tabs: 'both' })));

/** Fields of the Task with a value that nothing told. */
function untold(row: TaskRow, heard: readonly Heard[]): readonly unknown[] {
    return Object.entries(tellable(heard))
        .map(([field, values]) => ({ field, value: row[field] ?? undefined, values }))
        .filter(({ value, values }) => value !== undefined && !values.includes(value));
}

describe('in whatever order the toolkit tells', () => {
    it('two tabs that hear parts of it, over reloads, make at most one Task for a call, and put into it only what was told', async () => {
        let made = 0;
        await fc.assert(
            fc.asyncProperty(fc.array(inParts, { maxLength: 40 }), async (steps) => {
                const { of, rows } = await play(steps);
                made += rows.length;
                const calls = rows.map(({ CallObject }) => String(CallObject));
                expect(calls).toEqual([...new Set(calls)]);
                expect(CALLS).toEqual(expect.arrayContaining(calls));
                expect(rows.flatMap((row) => untold(row, of(String(row.CallObject))))).toEqual([]);
            }),
            { numRuns: 300 }
        );
        expect(made).toBeGreaterThan(100);
    }, 120_000);

    it('a page that hears all of a call from its beginning has one Task for it when it was answered and ended, with its times', async () => {
        let judged = 0;
        await fc.assert(
            fc.asyncProperty(wholeCall, async (steps) => {
                const { of, rows } = await play(steps);
                const wanted = toldInFull(of('call-1'));
                judged += wanted === undefined ? 0 : 1;
                const said = rows
                    .filter(({ CallObject }) => CallObject === 'call-1')
                    .map((row) => Object.keys(wanted ?? {}).map((field) => [field, row[field] ?? undefined]))
                    .map((fields) => Object.fromEntries(fields) as unknown);
                expect(wanted === undefined ? [] : said).toEqual(wanted === undefined ? [] : [wanted]);
            }),
            { numRuns: 150 }
        );
        expect(judged).toBeGreaterThan(30);
    }, 120_000);
});
