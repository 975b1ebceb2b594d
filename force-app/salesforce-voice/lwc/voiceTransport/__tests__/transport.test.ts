import type { CommandOutcome, PanelCommand } from 'c/agentDesk';
import type { Interaction, InteractionEvent, InteractionFacts } from 'c/interactions';
import { applyEvent, emptyLedger } from 'c/interactions';
import { createKeptCalls, createVoiceTransport } from 'c/voiceTransport';
import type { VoiceTransport, VoiceTransportOptions } from 'c/voiceTransport';
import { decodeVoiceEvent } from 'c/voiceToolkitEvents';
import type { TelephonyEventName, VoiceEvent } from 'c/voiceToolkitEvents';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const ADA = '005000000000001AAA';
const EDNA = '+14155550101';
const CALL = { callType: 'inbound', participant: EDNA };
const NUMBER = { kind: 'phone', address: '+14155550199' } as const;

/** A toolkit that a test speaks for, and what was asked of it. */
function toolkit(): {
    readonly bridge: VoiceTransportOptions['bridge'];
    readonly asked: (readonly unknown[])[];
    readonly says: (type: TelephonyEventName, detail?: Record<string, unknown>) => void;
    fails: boolean;
} {
    const listeners = new Set<(event: VoiceEvent) => void>();
    const asked: (readonly unknown[])[] = [];
    const one = {
        fails: false,
        asked,
        says(type: TelephonyEventName, detail: Record<string, unknown> = {}): void {
            const decoded = decodeVoiceEvent({ type, detail: { callId: 'call-1', ...detail } });
            if (!decoded.ok) throw new Error(decoded.code);
            [...listeners].forEach((listener) => listener(decoded.event));
        },
        bridge: {
            onEvent(listener: (event: VoiceEvent) => void): () => void {
                listeners.add(listener);
                return () => listeners.delete(listener);
            },
            onRefused: () => () => undefined,
            call(...call: readonly unknown[]): void {
                if (one.fails) throw new Error('no such method');
                asked.push(call);
            },
            diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }) as never
        }
    };
    return one;
}

function opened(more: Partial<VoiceTransportOptions> = {}) {
    const clock = createTestClock();
    const phone = toolkit();
    const kept = createKeptCalls(createMemoryStorage(), clock, 'acme', ADA);
    const transport = createVoiceTransport({ bridge: phone.bridge, clock, kept, ...more });
    let ledger = emptyLedger();
    const events: InteractionEvent[] = [];
    transport.events((event) => {
        events.push(event);
        ledger = applyEvent(ledger, event).ledger;
    });
    const call = (id = 'call-1'): Interaction => ledger.interactions[id] as Interaction;
    return { clock, phone, transport, events, call, kept: more.kept ?? kept };
}

/** What becomes of a command: its outcome, or why it was refused. */
async function outcome(sent: Promise<CommandOutcome>): Promise<string> {
    return sent.catch(({ name, reason }: { name: string; reason: string }) => `${name}: ${reason}`);
}

function connected(): ReturnType<typeof opened> {
    const page = opened();
    page.phone.says('callstarted', CALL);
    page.phone.says('callconnected', CALL);
    return page;
}

function connectedNatively(): ReturnType<typeof opened> {
    const page = opened();
    page.phone.says('callconnected', CALL);
    return page;
}

describe('what the agent does', () => {
    it.each<[PanelCommand, readonly unknown[], TelephonyEventName]>([
        ['hold', ['hold', 'Initial_Caller'], 'hold'],
        ['mute', ['mute'], 'mute'],
        ['securePause', ['pauseRecording'], 'pauserecording'],
        ['disconnect', ['endCall', 'Agent'], 'callended'],
        ['conference', ['merge'], 'conference'],
        ['swap', ['swap'], 'swap']
    ])('%s is asked of the toolkit, and confirmed by the event that answers it', async (command, asked, answer) => {
        const { phone, transport } = connected();
        const sent = transport.commands[command]('call-1');
        expect(phone.asked).toEqual([asked]);
        phone.says(answer);
        await expect(sent).resolves.toBe('confirmed');
    });

    it.each<[PanelCommand, TelephonyEventName, readonly unknown[], TelephonyEventName]>([
        ['hold', 'hold', ['resume', 'Initial_Caller'], 'resume'],
        ['hold', 'hold', ['resume', 'Initial_Caller'], 'conference'],
        ['mute', 'mute', ['unmute'], 'unmute'],
        ['securePause', 'pauserecording', ['resumeRecording'], 'resumerecording']
    ])('%s goes back where the toolkit told %s (G10): %j, answered by %s', async (command, told, asked, answer) => {
        const { clock, phone, transport } = connected();
        phone.says(told);
        const sent = transport.commands[command]('call-1');
        expect(phone.asked).toEqual([asked]);
        phone.says(answer);
        await clock.pass(5_000);
        await expect(sent).resolves.toBe('confirmed');
    });

    it('a call of another kind that rings is ended, because only an inbound one can be declined', () => {
        const { phone, transport } = opened();
        phone.says('callstarted', { ...CALL, callType: 'Transfer' });
        transport.commands.disconnect('call-1');
        expect(phone.asked).toEqual([['endCall', 'Agent']]);
    });

    it('is waited for five seconds', async () => {
        const { clock, phone, transport } = connected();
        const sent = transport.commands.hold('call-1');
        await clock.pass(4_999);
        phone.says('hold');
        await expect(sent).resolves.toBe('confirmed');
    });

    it('is not confirmed by the answer of another call', async () => {
        const { clock, phone, transport } = connected();
        const sent = transport.commands.hold('call-1');
        phone.says('hold', { callId: 'call-2' });
        await clock.pass(5_000);
        await expect(sent).resolves.toBe('unconfirmed');
    });

    it('an inbound call that rings is answered, or declined', async () => {
        const { phone, transport } = opened();
        phone.says('callstarted', CALL);
        transport.commands.disconnect('call-1');
        const answered = transport.commands.pickup('call-1');
        phone.says('callconnected', CALL);
        expect(phone.asked).toEqual([['declineCall'], ['acceptCall']]);
        await expect(answered).resolves.toBe('confirmed');
    });

    it('is unconfirmed where nothing answers, and where the toolkit has no such method', async () => {
        const { clock, phone, transport } = connected();
        const sent = transport.commands.hold('call-1');
        await clock.pass(5_000);
        await expect(sent).resolves.toBe('unconfirmed');
        phone.fails = true;
        await expect(transport.commands.mute('call-1')).resolves.toBe('unconfirmed');
    });

    it('for another call than the active one is refused, and asked of nobody: the methods name no call', async () => {
        const { phone, transport } = connected();
        await expect(outcome(transport.commands.hold('call-2'))).resolves.toBe('RefusedCommand: notTheActiveCall');
        phone.says('callstarted', { ...CALL, callId: 'call-2' });
        await expect(outcome(transport.commands.hold('call-1'))).resolves.toBe('RefusedCommand: notTheActiveCall');
        expect(phone.asked).toEqual([]);
    });

    it('that the toolkit cannot do is refused', async () => {
        const { phone, transport } = connected();
        for (const command of ['concludeTransfer', 'secureSession'] as const) {
            await expect(outcome(transport.commands[command]('call-1'))).resolves.toBe('RefusedCommand: other');
        }
        expect(phone.asked).toEqual([]);
    });
});

describe('a transfer', () => {
    it('to a number adds the other one, blind or not', async () => {
        const { phone, transport, call } = connected();
        const to = { kind: 'phone', address: '+14155550199' } as const;
        transport.commands.consultTransfer('call-1', { to });
        const blind = transport.commands.blindTransfer('call-1', { to });
        expect(phone.asked).toEqual([
            ['addParticipant', 'PhoneNumber', '+14155550199', false],
            ['addParticipant', 'PhoneNumber', '+14155550199', true]
        ]);
        phone.says('participantadded', { callId: 'third-leg', participant: '+14155550199' });
        await expect(blind).resolves.toBe('confirmed');
        expect(call()).toMatchObject({ transferred: 'blind', state: 'connected' });
    });

    it('that ends the call at once is done, too', async () => {
        const { phone, transport, call } = connected();
        const blind = transport.commands.blindTransfer('call-1', { to: NUMBER });
        phone.says('callended');
        await expect(blind).resolves.toBe('confirmed');
        expect(call()).toMatchObject({ transferred: 'blind', disconnected: true });
    });

    it('of which nobody tells anything is not said to be one', async () => {
        const { clock, transport, call } = connected();
        const blind = transport.commands.blindTransfer('call-1', { to: NUMBER });
        await clock.pass(5_000);
        await expect(blind).resolves.toBe('unconfirmed');
        expect(call()).not.toHaveProperty('transferred');
    });

    it('that begins with a talk is none yet, and not done by the end of the call', async () => {
        const { clock, phone, transport, call } = connected();
        const talk = transport.commands.consultTransfer('call-1', { to: NUMBER });
        phone.says('participantadded', { participant: NUMBER.address });
        await expect(talk).resolves.toBe('confirmed');
        const again = transport.commands.consultTransfer('call-1', { to: NUMBER });
        phone.says('callended');
        await clock.pass(5_000);
        await expect(again).resolves.toBe('unconfirmed');
        expect(call()).not.toHaveProperty('transferred');
    });

    it('to nobody, or to a flow, is refused', async () => {
        const page = opened({ agentOrQueueId: () => '0Hn1' });
        page.phone.says('callconnected', CALL);
        const { phone, transport } = page;
        const refused = [
            transport.commands.blindTransfer('call-1', { to: { kind: 'phone', address: ' ' } }),
            transport.commands.blindTransfer('call-1', { to: { kind: 'flow', address: 'b1c2' } })
        ];
        await expect(Promise.all(refused.map(outcome))).resolves.toEqual([
            'RefusedCommand: noTarget',
            'RefusedCommand: badTarget'
        ]);
        expect(phone.asked).toEqual([]);
    });

    it('to a user or queue of Genesys Cloud is refused without the id that Salesforce knows', async () => {
        const { phone, transport } = connected();
        const user = { to: { kind: 'user', address: 'b1c2' } } as const;
        await expect(outcome(transport.commands.consultTransfer('call-1', user))).resolves.toBe(
            'RefusedCommand: badTarget'
        );
        await expect(outcome(transport.commands.blindTransfer('call-1'))).resolves.toBe('RefusedCommand: noTarget');
        expect(phone.asked).toEqual([]);
        const known = opened({ agentOrQueueId: (_kind, address) => (address === 'b1c2' ? '0Hn1' : undefined) });
        known.phone.says('callconnected', CALL);
        known.transport.commands.consultTransfer('call-1', user);
        expect(known.phone.asked).toEqual([['addParticipant', 'AgentOrQueueId', '0Hn1', false]]);
    });
});

describe('what is offered', () => {
    const offers = ({ transport, call }: { transport: VoiceTransport; call: () => Interaction }): PanelCommand[] =>
        (Object.keys(transport.commands) as PanelCommand[]).filter((command) => transport.can(command, call()));

    it('is what the toolkit can do for the call as it stands', () => {
        const page = opened();
        page.phone.says('callstarted', CALL);
        expect(offers(page)).toEqual(['pickup', 'disconnect']);
        page.phone.says('callconnected', CALL);
        expect(offers(page)).toEqual(['hold', 'mute', 'securePause', 'blindTransfer', 'consultTransfer', 'disconnect']);
        page.phone.says('participantadded', { participant: 'Support' });
        expect(offers(page)).toEqual(expect.arrayContaining(['conference', 'swap']));
        page.phone.says('callended');
        expect(offers(page)).toEqual([]);
    });

    it('is the same on hold, and only what ends it while it is dialled or another kind of call rings', () => {
        const page = connected();
        page.phone.says('hold');
        expect(offers(page)).toEqual(['hold', 'mute', 'securePause', 'blindTransfer', 'consultTransfer', 'disconnect']);
        for (const callType of ['outbound', 'Transfer']) {
            const other = opened();
            other.phone.says('callstarted', { ...CALL, callType });
            other.phone.says('participantadded', { participant: 'Support' });
            expect(offers(other)).toEqual(['disconnect']);
        }
    });

    it('is never what the toolkit cannot do, which is said beforehand', () => {
        expect(opened().transport.lacks).toEqual(['concludeTransfer', 'secureSession']);
    });

    it('is nothing for a call beside another one', () => {
        const page = connected();
        page.phone.says('callstarted', { ...CALL, callId: 'call-2' });
        expect(offers(page)).toEqual([]);
    });
});

describe('who is on the line', () => {
    it('is told with who is on hold, and not guessed after a swap', () => {
        const { phone, transport } = connected();
        const participants = (): unknown => transport.details?.of('call-1')?.participants;
        phone.says('hold', { participant: EDNA });
        phone.says('participantadded', { participant: 'Support' });
        expect(participants()).toEqual([{ name: EDNA, held: true }, { name: 'Support' }]);
        phone.says('swap');
        expect(participants()).toEqual([{ name: EDNA }, { name: 'Support' }]);
        phone.says('conference');
        expect(participants()).toEqual([
            { name: EDNA, held: false },
            { name: 'Support', held: false }
        ]);
        phone.says('participantremoved', { participant: 'Support' });
        expect(participants()).toEqual([{ name: EDNA, held: false }]);
    });

    it.each([
        ['the customer, who is there already', { participant: '+1 (415) 555-0101' }],
        ['nobody', {}]
    ])('has nobody more where the one who was added is %s', (_who, detail) => {
        const { phone, transport } = connected();
        phone.says('participantadded', detail);
        expect(transport.details?.of('call-1')?.participants).toEqual([{ name: EDNA }]);
    });

    it('V13 messages without an id stay apart over a reload, and from one panel to the next', async () => {
        const nameless = { content: { text: 'Wants a refund' }, sender: { role: 'Agent' } };
        const first = connected();
        first.phone.says('note', nameless);
        const next = opened({ before: { ...first.transport.told(), transcripts: {} } });
        next.phone.says('note', nameless);
        expect(next.transport.details?.of('call-1')?.messages).toHaveLength(2);
        const reloaded = opened();
        await reloaded.clock.pass(1_000);
        reloaded.phone.says('note', nameless);
        const ids = [next, reloaded].flatMap(({ transport }) =>
            (transport.details?.of('call-1')?.messages ?? []).map(({ id }) => id)
        );
        expect(new Set(ids).size).toBe(3);
    });

    it('V13 a note is told once, a flag under the same id is another message, and one without an id is kept', () => {
        const { phone, transport } = connected();
        const note = {
            id: 'm1',
            content: { text: 'Wants a refund' },
            sender: { role: 'Agent', displayName: 'Angela' }
        };
        let told = 0;
        transport.details?.onChange(() => (told += 1));
        phone.says('note', note);
        phone.says('note', note);
        expect(told).toBe(1);
        phone.says('flagraise', note);
        phone.says('note', { ...note, id: undefined });
        phone.says('note', { ...note, id: undefined });
        expect(transport.details?.of('call-1')?.messages.map(({ kind }) => kind)).toEqual([
            'note',
            'flagRaised',
            'note',
            'note'
        ]);
        expect(transport.details?.of('call-1')?.flagRaised).toBe(true);
        phone.says('flaglower', { ...note, content: { formatType: null, text: null } });
        expect(transport.details?.of('call-1')?.flagRaised).toBe(false);
    });

    it('V11 the line is one word with its figures, and a report that says the same is no news', () => {
        const { phone, transport } = connected();
        let told = 0;
        transport.details?.onChange(() => (told += 1));
        const stats = { stats: 'inputChannelStats', packetsLost: 30, packetsCount: 970, roundTripTimeMillis: 85 };
        for (let report = 0; report < 100; report += 1) phone.says('audiostats', stats);
        expect(transport.details?.of('call-1')?.line).toEqual({ word: 'fair', lossPercent: 3, roundTripMs: 85 });
        expect(told).toBe(1);
    });

    it('V11 a report on the line tells that a wrap-up will follow the end: Native Telephony has neither', () => {
        const { phone, call } = connectedNatively();
        phone.says('audiostats', { stats: 'inputChannelStats', packetsLost: 0, packetsCount: 100 });
        phone.says('callended');
        expect(call()).toMatchObject({ disconnected: true, done: false });
        const other = connectedNatively();
        other.phone.says('callended');
        expect(other.call()).toMatchObject({ disconnected: true, done: true });
    });

    it('V11 a line that is poor in one direction does not turn good with a report of the other', () => {
        const { phone, transport } = connected();
        phone.says('audiostats', { stats: 'inputChannelStats', packetsLost: 100, packetsCount: 900 });
        phone.says('audiostats', { stats: 'outputChannelStats', packetsLost: 0, packetsCount: 1_000 });
        expect(transport.details?.of('call-1')?.line).toEqual({ word: 'poor', lossPercent: 10 });
    });

    it('V8 a message has the time at which it was sent, else received, else heard', () => {
        const { phone, transport } = connected();
        const note = { content: { text: 'Hello' }, sender: { role: 'Agent' } };
        const times = [
            { clientSentTimestamp: 1_000, serverReceivedTimestamp: 2_000 },
            { serverReceivedTimestamp: 2_000 }
        ];
        for (const time of [...times, {}]) phone.says('note', { ...note, ...time });
        expect(transport.details?.of('call-1')?.messages.map(({ at }) => at)).toEqual([
            '1970-01-01T00:00:01.000Z',
            '1970-01-01T00:00:02.000Z',
            '2026-01-15T09:00:00.000Z'
        ]);
    });

    it.each([
        ['Agent', 'agent'],
        ['EndUser', 'customer'],
        ['Supervisor', undefined],
        ['Bot', undefined]
    ])('V10 what %s says is said by %s', (role, speaker) => {
        const { phone, transport } = connected();
        const heard = jest.fn();
        transport.onUtterance?.(heard);
        phone.says('transcript', { id: 't1', content: { text: 'Hello' }, sender: { role } });
        const [, [said]] = heard.mock.calls[0] as [string, [{ speaker?: string }]];
        expect(said.speaker).toBe(speaker);
    });

    it('what is said on the line is told as it was spoken, and goes to no attribute', () => {
        const { phone, transport, call } = connected();
        const heard: unknown[] = [];
        transport.onUtterance?.((id, utterances) => heard.push([id, ...utterances]));
        phone.says('transcript', {
            id: 't1',
            content: { text: 'Hello &amp; welcome' },
            sender: { role: 'EndUser' },
            serverReceivedTimestamp: 0
        });
        expect(heard).toEqual([
            [
                'call-1',
                {
                    id: 'transcript:t1',
                    speaker: 'customer',
                    text: 'Hello &amp; welcome',
                    at: '1970-01-01T00:00:00.000Z'
                }
            ]
        ]);
        expect(JSON.stringify(call())).not.toContain('welcome');
    });
});

describe('a page that is loaded anew in the middle of a call', () => {
    function twoPages(): {
        clock: ReturnType<typeof createTestClock>;
        first: ReturnType<typeof opened>;
        second: ReturnType<typeof opened>;
    } {
        const [clock, storage] = [createTestClock(), createMemoryStorage()];
        const page = (): ReturnType<typeof opened> =>
            opened({ clock, kept: createKeptCalls(storage, clock, 'acme', ADA) });
        return { clock, first: page(), second: page() };
    }

    it('has the connected time that the page before heard, from the active call that is told again (G7)', async () => {
        const clock = createTestClock();
        const storage = createMemoryStorage();
        const page = (): ReturnType<typeof opened> =>
            opened({ clock, kept: createKeptCalls(storage, clock, 'acme', ADA) });
        const first = page();
        first.phone.says('callconnected', CALL);
        const { connectedTime } = first.call();
        await clock.pass(60_000);
        const second = page();
        second.phone.says('callconnected', { ...CALL, isReplayedCall: true });
        expect(second.call().connectedTime).toBe(connectedTime);
    });

    it.each<[string, readonly TelephonyEventName[], object]>([
        ['on hold', ['hold'], { state: 'held' }],
        ['back from hold', ['hold', 'resume'], { state: 'connected' }],
        ['with its recording paused', ['pauserecording'], { securePause: true }]
    ])('has the call as it was told last: %s', (_how, told, facts) => {
        for (const type of ['callstarted', 'callconnected', 'mute'] as const) {
            const { first, second } = twoPages();
            for (const name of ['callconnected', ...told] as const) first.phone.says(name, CALL);
            const { connectedTime } = first.call();
            second.phone.says(type, CALL);
            expect(second.call()).toMatchObject({ ...facts, connectedTime });
        }
    });

    it('and a second tab that heard it ring has the time that the first one heard', async () => {
        const { clock, first, second } = twoPages();
        for (const { phone } of [first, second]) phone.says('callstarted', CALL);
        first.phone.says('callconnected', CALL);
        await clock.pass(2_000);
        second.phone.says('callconnected', CALL);
        expect(second.call().connectedTime).toBe(first.call().connectedTime);
    });

    it('knows that the agent is muted, so the button takes it back', () => {
        const { first, second } = twoPages();
        first.phone.says('callconnected', CALL);
        first.phone.says('mute');
        second.phone.says('hold');
        expect(second.transport.details?.of('call-1')).toMatchObject({ muted: true });
        second.transport.commands.mute('call-1');
        expect(second.phone.asked).toEqual([['unmute']]);
    });

    it.each<[string, TelephonyEventName]>([
        ['the call rang', 'callstarted'],
        ['the line was reported on', 'audiostats']
    ])('waits for the wrap-up where the page before could tell that it will come: %s', (_how, told) => {
        const { first, second } = twoPages();
        first.phone.says('callconnected', CALL);
        first.phone.says(told, CALL);
        second.phone.says('mute');
        second.phone.says('callended');
        expect(second.call()).toMatchObject({ disconnected: true, done: false });
    });

    it('hears its end, though it is all that is told of it, and is not brought back by a repetition', async () => {
        const { clock, first, second } = twoPages();
        first.phone.says('callconnected', CALL);
        await clock.pass(30_000);
        second.phone.says('callended');
        expect(second.call()).toMatchObject({
            connectedTime: '2026-01-15T09:00:00.000Z',
            endTime: '2026-01-15T09:00:30.000Z',
            disconnected: true,
            handled: true
        });
        const third = opened({ clock, kept: second.kept });
        third.phone.says('callconnected', { ...CALL, isReplayedCall: true });
        expect(third.call()).toBeUndefined();
    });

    it('that rang only rings', () => {
        const { first, second } = twoPages();
        first.phone.says('callstarted', CALL);
        second.phone.says('callstarted', CALL);
        expect(second.call()).toMatchObject({ state: 'alerting', handled: false });
    });

    it('that hears only of a hold asks the org how the call began (G8)', async () => {
        const lookUp = jest.fn<Promise<InteractionFacts | undefined>, [string]>();
        lookUp.mockResolvedValue({ connectedTime: '2026-01-15T08:59:00.000Z', queueName: 'Sales' });
        const { clock, phone, call } = opened({ lookUp });
        phone.says('hold', { participant: EDNA });
        phone.says('hold', { participant: EDNA });
        await clock.pass(1);
        expect(lookUp.mock.calls).toEqual([['call-1']]);
        expect(call()).toMatchObject({ state: 'held', connectedTime: '2026-01-15T08:59:00.000Z', queueName: 'Sales' });
        expect(call()).toMatchObject({ complete: true });
        phone.says('resume', { participant: EDNA });
        expect(call()).toMatchObject({ state: 'connected', complete: true });
    });

    it('and is told meanwhile keeps what it heard, and is told once more without the time moving', async () => {
        let answer = (_facts: InteractionFacts): void => undefined;
        const lookUp = (): Promise<InteractionFacts> => new Promise((resolve) => (answer = resolve));
        const { clock, phone, call } = opened({ lookUp });
        phone.says('mute');
        phone.says('hold', { participant: EDNA });
        answer({ state: 'connected', connectedTime: '2026-01-15T08:59:00.000Z', queueName: 'Sales' });
        await clock.pass(1);
        expect(call()).toMatchObject({ state: 'held', connectedTime: '2026-01-15T08:59:00.000Z', queueName: 'Sales' });
        phone.says('callconnected', CALL);
        expect(call()).toMatchObject({ state: 'held', connectedTime: '2026-01-15T08:59:00.000Z', ani: EDNA });
    });

    it('and cannot be told goes on without', async () => {
        const { clock, phone, transport, call } = opened({ lookUp: () => Promise.reject(new Error('no access')) });
        phone.says('mute');
        await clock.pass(1);
        expect(call()).toMatchObject({ state: 'connected', complete: false });
        const next = opened({ before: { ...transport.told(), transcripts: {} } });
        expect(next.call()).toMatchObject({ state: 'connected', complete: false });
    });

    it('in the same browser page, by another panel, has what the one before knew', () => {
        const { phone, transport } = connected();
        phone.says('hold', { participant: EDNA });
        const next = opened({ before: { ...transport.told(), transcripts: {} } });
        expect(next.call()).toMatchObject({ state: 'held', phone: EDNA, complete: true });
        expect(next.transport.details?.of('call-1')?.participants).toEqual([{ name: EDNA, held: true }]);
    });
});

it('who stopped listening is told nothing more, also what an earlier panel had heard', async () => {
    const first = connected();
    const said = { id: 'u1', speaker: 'agent', text: 'Hello', at: '2026-01-15T09:00:00.000Z' } as const;
    const { clock, phone, transport } = opened({
        before: { ...first.transport.told(), transcripts: { 'call-1': [said] } }
    });
    const [event, utterance, details] = [jest.fn(), jest.fn(), jest.fn()];
    const offs = [transport.events(event), transport.onUtterance?.(utterance), transport.details?.onChange(details)];
    event.mockClear();
    for (const off of offs) off?.();
    await clock.settle();
    phone.says('hold');
    phone.says('transcript', { id: 't1', content: { text: 'Hello' }, sender: { role: 'Agent' } });
    expect([event, utterance, details].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
});

it('V1 who watches over what is refused is told by the bridge', () => {
    const listeners = new Set<() => void>();
    const { bridge } = toolkit();
    const onRefused = (listener: () => void): (() => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
    };
    const { transport } = opened({ bridge: { ...bridge, onRefused } });
    const told = jest.fn();
    const off = transport.onDiagnostics?.(told);
    for (const listener of listeners) listener();
    expect(told).toHaveBeenCalledTimes(1);
    off?.();
    expect(listeners.size).toBe(0);
});

it('a closed transport hears nothing more', () => {
    const { phone, transport, events } = connected();
    const before = events.length;
    transport.close();
    phone.says('callended');
    expect(events).toHaveLength(before);
});
