import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { USERS } from '../genesys/centreForTests.ts';
import { createLocalVoice } from './localVoice.ts';
import type { LocalVoice, LocalVoiceOptions } from './localVoice.ts';
import { NUMBER, QUEUE_ID, typesOf } from './lineForTests.ts';
import type { ToolkitEvent } from './toolkitEvent.ts';
import type { VoiceView } from './voiceView.ts';

type Answer = Readonly<Record<string, unknown>>;

const ORG = {
    users: () => USERS,
    userOf: (request: Request) => USERS.find(({ name }) => request.headers.get('cookie') === `sid=${name}`) ?? USERS[0],
    records: () => [{ Id: '003000000000001AAA', Name: 'Edna Frank', Phone: NUMBER }],
    saveAs: () => '0LQ000000000001AAA'
} as unknown as LocalVoiceOptions['org'];

let time = 0;
let due: { at: number; run: () => void }[] = [];
let voice: LocalVoice;

beforeEach(() => {
    time = Date.parse('2026-03-02T09:00:00.000Z');
    due = [];
    let ids = 0;
    voice = createLocalVoice({
        org: ORG,
        now: () => new Date(time),
        newId: () => `id-${(ids += 1)}`,
        schedule(run, ms) {
            const entry = { at: time + ms, run };
            due.push(entry);
            return () => {
                due = due.filter((one) => one !== entry);
            };
        }
    });
});
afterEach(() => voice.close());

function pass(ms: number): void {
    time += ms;
    const now = due.filter(({ at }) => at <= time);
    due = due.filter((one) => !now.includes(one));
    now.forEach(({ run }) => run());
}

async function send(method: string, route: string, body?: unknown, user = 'agent'): Promise<Answer> {
    const request = new Request(`http://127.0.0.1/local/voice/${route}`, {
        method,
        headers: { cookie: `sid=${user}` },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    return (await (await voice.fetch(request)).json()) as Answer;
}
const does = (method: string, ...args: unknown[]): Promise<Answer> => send('POST', 'methods', { method, args });
const happens = (move: object): Promise<Answer> => send('POST', 'moves', move);

interface Page {
    readonly opening: ToolkitEvent[];
    readonly told: ToolkitEvent[];
    view?: VoiceView;
}

/** One open page of an agent: what its stream brought so far. */
async function open(user = 'agent'): Promise<Page> {
    const page: Page = { opening: [], told: [] };
    const request = new Request('http://127.0.0.1/local/voice/events', { headers: { cookie: `sid=${user}` } });
    const { body } = await voice.fetch(request);
    void (async () => {
        const decoder = new TextDecoder();
        for await (const chunk of body ?? []) {
            for (const block of decoder.decode(chunk).split('\n\n').filter(Boolean)) {
                const [, event, data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
                const content: unknown = JSON.parse(data);
                if (event === 'voiceView') page.view = content as VoiceView;
                if (event === 'voiceEvents') page.told.push(...(content as ToolkitEvent[]));
                if (event === 'voiceSnapshot') {
                    const snapshot = content as { view: VoiceView; events: ToolkitEvent[] };
                    page.view = snapshot.view;
                    page.opening.push(...snapshot.events);
                }
            }
        }
    })();
    await arrived();
    return page;
}
const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('an agent with a Voice phone', () => {
    it('hears a call on each open page, and nobody else does', async () => {
        const pages = [await open(), await open(), await open('agent2')];
        await happens({ move: 'ring', number: '+61 491 570 006' });
        await does('acceptCall');
        await arrived();
        assert.deepEqual(
            pages.map(({ told }) => typesOf(told)),
            [['callstarted', 'callconnected'], ['callstarted', 'callconnected'], []]
        );
        assert.equal(pages[0]?.told[0]?.detail['participant'], NUMBER);
    });

    it('goes on with the call after a reload of the page, and is told it again', async () => {
        await happens({ move: 'ring', number: NUMBER });
        await does('acceptCall');
        const reloaded = await open();
        assert.deepEqual(typesOf(reloaded.opening), ['callconnected']);
        await does('endCall', 'Agent');
        await arrived();
        assert.deepEqual(typesOf(reloaded.told), ['callended']);
    });

    it('is told of the line every thirty seconds while a call is connected, and not after it', async () => {
        const page = await open();
        await happens({ move: 'ring', number: NUMBER });
        pass(30_000);
        await does('acceptCall');
        pass(29_999);
        await arrived();
        assert.deepEqual(typesOf(page.told), ['callstarted', 'callconnected']);
        pass(1);
        pass(30_000);
        await does('endCall');
        pass(60_000);
        await arrived();
        assert.deepEqual(
            page.told.slice(2).map(({ type, detail }) => [type, detail['statsCount']]),
            [
                ['audiostats', 1],
                ['audiostats', 1],
                ['audiostats', 2],
                ['audiostats', 2],
                ['callended', undefined]
            ]
        );
    });

    it('adds a queue or a colleague by the id that Salesforce knows', async () => {
        const page = await open();
        await happens({ move: 'ring', number: NUMBER });
        await does('acceptCall');
        await does('addParticipant', 'AgentOrQueueId', QUEUE_ID, false);
        await happens({ move: 'addedLeaves' });
        await does('addParticipant', 'AgentOrQueueId', USERS[1]?.id, false);
        await arrived();
        const added = page.told.filter(({ type }) => type === 'participantadded');
        assert.deepEqual(
            added.map(({ detail }) => detail['participant']),
            ['Tier 2 Support', 'Ben Baker']
        );
    });

    it('gets no answer of a method but in the log, which holds no number and no name', async () => {
        const page = await open();
        assert.deepEqual(await does('hold', 'Initial_Caller'), { done: false, reason: 'No call is connected.' });
        await happens({ move: 'ring', number: NUMBER });
        await does('startPreviewCall', NUMBER);
        await arrived();
        assert.deepEqual(
            page.view?.log.map(({ refused, text }) => [refused, text]),
            [
                [true, 'startPreviewCall: There is a call already.'],
                [false, 'A call rings'],
                [true, 'hold: No call is connected.']
            ]
        );
    });

    it('has an empty phone with the usual switches after a reset', async () => {
        const page = await open();
        await happens({ move: 'ring', number: NUMBER });
        await does('acceptCall');
        await send('PUT', 'settings', { telephony: 'native' });
        voice.reset();
        await arrived();
        assert.deepEqual([page.view?.calls, page.view?.log, page.view?.settings.telephony], [[], [], 'partner']);
        assert.deepEqual(due, []);
    });
});

describe('a developer who sets the phone up', () => {
    it('flips one switch and leaves the others', async () => {
        await send('PUT', 'settings', { odd: ['nestedStats', 'mixedCase'] });
        const settings = await send('PUT', 'settings', { doubles: true });
        assert.deepEqual([settings['odd'], settings['doubles']], [['mixedCase', 'nestedStats'], true]);
    });

    it('finds the traces', async () => {
        const names = (await send('GET', 'traces')) as unknown as string[];
        assert.ok(names.includes('reload-in-mid-call'));
        assert.ok(Array.isArray(await send('GET', 'traces/reload-in-mid-call')));
    });

    it('finds whom to call and whom to add', async () => {
        const { agentsAndQueues, callers } = await send('GET', 'directory');
        assert.deepEqual(callers, [{ name: 'Edna Frank', number: NUMBER }]);
        assert.ok((agentsAndQueues as { id: string }[]).some(({ id }) => id === USERS[0]?.id));
    });

    const mistakes: readonly [what: string, route: string, body: unknown, says: RegExp][] = [
        ['a body that is no object', 'moves', '[]', /JSON object/],
        ['an unknown move', 'moves', { move: 'toString' }, /^move must be one of ring/],
        ['a call without number', 'moves', { move: 'ring' }, /^number must be/],
        ['an unknown type of call', 'moves', { move: 'ring', number: NUMBER, callType: 'outbound' }, /^callType must/],
        ['words of nobody', 'moves', { move: 'say', by: 'cat', text: 'x' }, /^by must be one of customer/],
        ['a note by the customer', 'moves', { move: 'note', by: 'customer', text: 'x' }, /^by must be one of agent/],
        ['a note without words', 'moves', { move: 'note' }, /^text is missing/],
        ['a wrap-up of no call', 'moves', { move: 'finishWrapUp' }, /^callId is missing/],
        ['too many reports', 'moves', { move: 'report', count: 5001 }, /^count must be .* 5000/],
        ['half a report', 'moves', { move: 'report', count: 0.5 }, /^count must be/],
        ['an unknown method', 'methods', { method: 'getCalls' }, /^method must be one of acceptCall/],
        ['arguments that are no list', 'methods', { method: 'hold', args: 'Agent' }, /^args must be a list/]
    ];
    for (const [what, route, body, says] of mistakes) {
        it(`reads what is wrong with ${what}`, async () => {
            assert.match(String((await send('POST', route, body))['error']), says);
        });
    }

    it('reads what is wrong with a switch, and no switch is flipped', async () => {
        for (const [body, says] of [
            [{ telephony: 'carrier' }, /^telephony must be one of partner, amazon, native/],
            [{ doubles: 'yes' }, /^doubles must be true or false/],
            [{ line: 1 }, /^line must be/],
            [{ odd: ['mixedCase', 'loud'] }, /^odd must be a list of/]
        ] as const) {
            assert.match(String((await send('PUT', 'settings', body))['error']), says);
        }
        const page = await open();
        assert.deepEqual([page.view?.settings.telephony, page.view?.settings.odd], ['partner', []]);
    });
});
