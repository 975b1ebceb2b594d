import { attributesOf } from 'c/interactionAttributes';
import { quietSince } from 'c/interactions';
import type { Interaction, InteractionType } from 'c/interactions';
import { played } from './playedTrace.ts';

/** The only interaction that the trace leaves. */
async function oneFrom(trace: string): Promise<Interaction> {
    const { interactions } = await played(trace);
    const [interaction, ...others] = interactions;
    expect(others).toEqual([]);
    if (!interaction) throw new Error(`${trace} leaves no interaction.`);
    return interaction;
}
const WRAPPED_UP = { state: 'disconnected', handled: true, done: true, complete: true, segment: 1 };
const CUSTOMER = '+61491570156';

describe('an agent who takes a call', () => {
    it('sees it ring, be answered, wait, and end, and then its wrap-up', async () => {
        const { pictures } = await played('inbound-call');
        const states = pictures.map(({ state, done }) => (done ? 'done' : state));
        expect(states.filter((state, i) => state !== states[i - 1])).toEqual([
            'alerting',
            'connected',
            'held',
            'connected',
            'disconnected',
            'done'
        ]);
    });

    it('sees the same call on hold after a reload, and no second one (T19)', async () => {
        const { interactions, pictures, at } = await played('reload-in-mid-call');
        expect(interactions).toHaveLength(1);
        expect(interactions[0]).toMatchObject(WRAPPED_UP);
        expect(pictures.filter((one) => quietSince(one, at(20_000)))).toEqual([]);
    });

    it('sees that a call was missed, and handled nothing', async () => {
        expect(await oneFrom('missed-call')).toMatchObject({ state: 'disconnected', handled: false });
    });

    it('sees the wrap-up open as long as nobody completes it (T20)', async () => {
        expect(await oneFrom('wrap-up-open')).toMatchObject({ state: 'disconnected', handled: true, done: false });
    });

    it('sees no wrap-up where there is none', async () => {
        const { pictures } = await played('disconnect-without-wrap-up');
        expect(pictures.filter(({ disconnected, done }) => disconnected && !done)).toEqual([]);
        expect(pictures.at(-1)).toMatchObject({ done: true, handled: true });
        expect(pictures.at(-1)).not.toHaveProperty('wrapUpCode');
    });

    it('sees it also when each message is wrapped in new, with the direction in lower case (T7, T11)', async () => {
        expect(await oneFrom('wrapped-in-new')).toMatchObject({ ...WRAPPED_UP, direction: 'inbound' });
    });

    it('sees one good call among messages that mean harm', async () => {
        const { interactions, unknown } = await played('hostile');
        expect(interactions.filter(({ handled, done }) => handled && done)).toHaveLength(1);
        expect(unknown).toBeGreaterThan(0);
    });
});

describe('an agent who dials', () => {
    it('sees the call being dialed before it is answered, with the number as the phone gave it (T13)', async () => {
        const { pictures } = await played('outbound-call');
        expect(pictures[0]).toMatchObject({ state: 'dialing', direction: 'outbound', handled: false });
        expect(pictures[0]?.phone).toBe('61491570156');
        expect(pictures.at(-1)).toMatchObject({ done: true, handled: true });
    });
});

describe('an agent with several interactions at once', () => {
    it('sees the call wait while the chat goes on, and both with their own end', async () => {
        const { interactions, pictures } = await played('several-interactions');
        expect(interactions.map(({ type }) => type)).toEqual(['call', 'chat']);
        for (const one of interactions) expect(one).toMatchObject(WRAPPED_UP);
        const chatOver = pictures.findIndex(({ type, disconnected }) => type === 'chat' && disconnected);
        const callThen = pictures
            .slice(0, chatOver)
            .filter(({ type }) => type === 'call')
            .at(-1);
        expect(callThen?.state).toBe('held');
        const [call, chat] = interactions;
        expect(call?.endTime).not.toBe(chat?.endTime);
    });
});

describe('an agent who passes a call on', () => {
    it.each(['transferred-away', 'blind-transfer-out'])(
        'at once sees how, and that it is over for the agent (%s)',
        async (trace) => {
            expect(await oneFrom(trace)).toMatchObject({ ...WRAPPED_UP, transferred: 'blind' });
        }
    );

    it('after asking a colleague sees one call throughout, and how it was passed on (T6)', async () => {
        const { interactions, pictures } = await played('consult-then-conclude');
        expect(interactions).toHaveLength(1);
        expect(interactions[0]).toMatchObject({ ...WRAPPED_UP, transferred: 'consult' });
        expect(pictures.filter(({ consulting }) => consulting).map(({ state }) => state)).toEqual([
            'connected',
            'held'
        ]);
    });

    it.each(['consult-messages-without-type', 'odd-case-categories'])(
        'sees the same when the phone tells it in odd shapes (T9, T10: %s)',
        async (trace) => {
            const { interactions, pictures } = await played(trace);
            expect(interactions).toHaveLength(1);
            expect(interactions[0]).toMatchObject({ ...WRAPPED_UP, transferred: 'consult' });
            expect(pictures.some(({ consulting }) => consulting)).toBe(true);
        }
    );

    it('who consults a colleague and goes on alone sees one call, never two, and none passed on', async () => {
        const { interactions, pictures } = await played('consult-called-off');
        expect(interactions).toHaveLength(1);
        expect(interactions[0]).toMatchObject({ ...WRAPPED_UP, phone: CUSTOMER });
        expect(interactions[0]?.transferred).toBeUndefined();
        expect(new Set(pictures.map(({ connectedTime }) => connectedTime))).toEqual(
            new Set([undefined, interactions[0]?.connectedTime])
        );
    });

    it('sees the call end when the customer hangs up during the consult', async () => {
        const over = await oneFrom('customer-leaves-consult');
        expect(over).toMatchObject({ ...WRAPPED_UP, phone: CUSTOMER });
        expect(over.transferred).toBeUndefined();
        expect(over).not.toHaveProperty('consulting');
    });

    it('gives the colleague who was asked a call like any other, without a consult of their own', async () => {
        const { interactions, pictures } = await played('consulted-colleague');
        expect(interactions).toHaveLength(1);
        expect(interactions[0]).toMatchObject({ ...WRAPPED_UP, phone: CUSTOMER });
        expect(pictures.some(({ consulting }) => consulting)).toBe(false);
    });
});

describe('an agent whose call never ends', () => {
    it('sees no news of it since it was connected, and no end that nobody heard of', async () => {
        const { interactions, at } = await played('never-ends');
        const [stale, next] = interactions;
        if (!stale || !next) throw new Error('never-ends leaves two interactions.');
        const since = quietSince(stale, at(9 * 3_600_000));
        expect(since).toBe(stale.lastSeenAt);
        expect(stale).toMatchObject({ state: 'connected', disconnected: false });
        expect(attributesOf(stale)).not.toHaveProperty(['Salesforce.DisconnectedTime']);
        expect(attributesOf(stale)).not.toHaveProperty(['Salesforce.CallDuration']);
    });

    it('handles the next call as if it were not there', async () => {
        const { interactions } = await played('never-ends');
        expect(interactions[1]).toMatchObject(WRAPPED_UP);
    });
});

describe('an agent of every medium', () => {
    const MEDIA: readonly (readonly [string, InteractionType])[] = [
        ['inbound-call', 'call'],
        ['callback', 'callback'],
        ['voicemail', 'voicemail'],
        ['dialer', 'outboundDialing'],
        ['chat', 'chat'],
        ['message', 'message'],
        ['email', 'email']
    ];

    it.each(MEDIA)('%s: sees its kind from the first message to the last', async (trace, type) => {
        const { pictures } = await played(trace);
        expect(new Set(pictures.map((one) => one.type))).toEqual(new Set([type]));
        expect(pictures.at(-1)).toMatchObject(WRAPPED_UP);
    });

    it.each(MEDIA.filter(([, type]) => ['chat', 'message', 'email'].includes(type)))(
        '%s: is given no number that nobody told (T13, W8)',
        async (trace) => {
            const interaction = await oneFrom(trace);
            expect(interaction.phone).toBeUndefined();
            expect(interaction.ani).toBeUndefined();
            expect(attributesOf(interaction)).not.toHaveProperty(['Call.Ani']);
        }
    );

    it.each(MEDIA)('%s: gives Salesforce only what the phone told', async (trace) => {
        const interaction = await oneFrom(trace);
        const told = new Set<unknown>([
            ...Object.values(interaction),
            ...Object.values(interaction.participantData ?? {}),
            'DISCONNECTED'
        ]);
        const computed = 'Salesforce.CallDuration';
        const invented = Object.entries(attributesOf(interaction)).filter(
            ([name, value]) => name !== computed && !told.has(value)
        );
        expect(invented).toEqual([]);
    });
});

describe('an agent who reads along', () => {
    it('is told every part of the talk, each with an id that repetitions share (W17)', async () => {
        const { utterances, interactions } = await played('transcribed-call');
        const byId = new Map(utterances.map((one) => [one.id, one.text]));
        expect(utterances.length).toBeGreaterThan(byId.size);
        expect(new Set(utterances.map(({ speaker }) => speaker))).toEqual(new Set(['customer', 'agent']));
        for (const { id, text } of utterances) expect(byId.get(id)).toBe(text);
        expect(interactions[0]).toMatchObject(WRAPPED_UP);
    });

    it('keeps what was said twice twice', async () => {
        const { utterances } = await played('transcribed-call');
        const each = [...new Map(utterances.map((one) => [one.id, one.text])).values()];
        expect(new Set(each).size).toBeLessThan(each.length);
    });
});

describe('an agent who changes the status in the phone', () => {
    it('sees the last one, without the text of the one before', async () => {
        const { presence, interactions } = await played('agent-status');
        expect(presence).toMatchObject({ status: 'ON_QUEUE', routingStatus: 'IDLE' });
        expect(presence).not.toHaveProperty('subStatus');
        expect(interactions).toEqual([]);
    });
});
