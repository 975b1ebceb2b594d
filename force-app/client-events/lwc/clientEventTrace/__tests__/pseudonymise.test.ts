import { decodeClientEvent } from 'c/clientEventCodec';
import { pseudonymise } from 'c/clientEventTrace';
import type { TraceEntry } from 'c/clientEventTrace';
import { TRACES } from './traces.ts';

const AT = '2026-03-02T09:00:00.000Z';
const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';

const entry = (message: unknown, atMs = 0): TraceEntry => ({ atMs, message });
const about = (data: object, category = 'change'): TraceEntry => entry({ type: 'Interaction', category, data });
/** Members as these tests read them; which there are is what they test. */
interface Shared {
    readonly data: Readonly<
        Record<
            'id' | 'phone' | 'ani' | 'displayAddress' | 'queueName' | 'startTime' | 'connectedTime' | 'endTime',
            string
        >
    > & {
        readonly attributes: Readonly<Record<'Interaction.Url' | 'sf_workspaceassociations', string>>;
        readonly participantContext: Readonly<Record<'transferTarget', string>>;
        readonly new: object;
    };
}
const messagesOf = (trace: readonly TraceEntry[]): Shared[] =>
    pseudonymise(trace, 'a salt').map(({ message }) => message as Shared);
/** The shared messages; a test names as many as it gave. */
const shared = (...trace: TraceEntry[]): [Shared, Shared, Shared] => messagesOf(trace) as [Shared, Shared, Shared];
const text = (trace: readonly TraceEntry[]): string => JSON.stringify(trace);

describe('a developer who shares a trace', () => {
    it('shares the number of nobody: as long, in the same places, from a range that is kept for fiction', () => {
        const [message] = shared(
            about({ id: CALL, phone: 'tel:+61491570006', ani: '+61491570006', displayAddress: '(04) 9157-0006' })
        );
        expect(message.data.phone).toMatch(/^tel:\+120\d55501\d\d$/);
        expect(message.data.ani).toBe(message.data.phone.slice('tel:'.length));
        expect(message.data.displayAddress).toMatch(/^\(20\) \d555-01\d\d$/);
    });

    it('keeps that a caller is the same one in another notation', () => {
        const [message] = shared(about({ id: CALL, phone: 'tel:+61491570006', ani: '0491570006' }));
        expect(message.data.ani.slice(-8)).toBe(message.data.phone.slice(-8));
    });

    it('keeps apart what was apart', () => {
        const numbers = Array.from({ length: 300 }, (_, i) => `+6149157${String(i).padStart(4, '0')}`);
        const messages = messagesOf(numbers.map((ani) => about({ id: CALL, ani })));
        expect(new Set(messages.map(({ data }) => data.ani)).size).toBe(numbers.length);
    });

    it('keeps an id an id, the same wherever it stands', () => {
        const url = `https://apps.mypurecloud.com/directory/#/engage/${CALL}`;
        const [whole, bare, action] = shared(
            about({ id: CALL, attributes: { 'Interaction.Url': url } }),
            entry({ type: 'Interaction', category: 'blindTransfer', data: CALL }),
            entry({ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: CALL } })
        );
        expect(whole.data.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(whole.data.id).not.toBe(CALL);
        expect([bare.data, action.data.id]).toEqual([whole.data.id, whole.data.id]);
        expect(whole.data.attributes['Interaction.Url']).toContain(whole.data.id);
        expect(whole.data.attributes['Interaction.Url']).not.toContain('mypurecloud');
    });

    it('keeps ids apart that look like numbers with the same end', () => {
        const [one, two] = shared(about({ id: '1111-1234-5678' }), about({ id: '2222-1234-5678' }));
        expect(one.data.id).not.toBe(two.data.id);
    });

    it('keeps states, directions, flags and durations', () => {
        const data = {
            state: 'HELD',
            direction: 'Inbound',
            recordingState: 'paused',
            isConnected: true,
            isDone: false,
            securePause: true,
            totalIvrDurationSeconds: 7,
            totalAcdDurationSeconds: '12',
            interactionDurationSeconds: ''
        };
        const [message] = shared(about({ new: { id: CALL, ...data } }));
        expect(message.data.new).toMatchObject(data);
    });

    it('moves all times by the same amount, written as they were', () => {
        const [message] = shared(
            about({
                id: CALL,
                startTime: '2024-04-09T04:19:30.967Z',
                connectedTime: '2024-04-09T04:19:42.000Z',
                endTime: '2024-04-09T04:19:55'
            })
        );
        const { startTime, connectedTime, endTime } = message.data;
        expect(startTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.967Z$/);
        expect(endTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
        expect(startTime).not.toContain('2024-04-09T04:19');
        expect(Date.parse(connectedTime) - Date.parse(startTime)).toBe(11_033);
        expect(Date.parse(`${endTime}Z`) - Date.parse(connectedTime)).toBe(13_000);
    });

    it('keeps the time between messages', () => {
        const trace = [entry({ type: 'InitialSetup' }, 12.5), entry(null, 700)];
        expect(pseudonymise(trace, 's').map(({ atMs }) => atMs)).toEqual([12.5, 700]);
    });

    it('shares no name, participant data, transcript or text that was given to a flow', () => {
        const secrets = [
            'Edna Frank',
            'Sapphire Claims',
            'edna.frank@customer.example',
            'C-20417-long',
            'I lost my card',
            'born 1961'
        ];
        const [name, queue, email, claim, spoken, given] = secrets;
        const trace = [
            about({
                id: CALL,
                name,
                remoteName: name,
                queueName: queue,
                attributes: { 'Participant.claim': claim, email }
            }),
            entry({
                type: 'Notification',
                category: 'conversationTranscription',
                data: {
                    id: CALL,
                    transcripts: [
                        {
                            utteranceId: '1',
                            channel: 'EXTERNAL',
                            alternatives: [{ transcript: spoken, words: [{ word: 'card', confidence: 0.9 }] }]
                        }
                    ]
                }
            }),
            entry({
                type: 'Notification',
                category: 'chatUpdate',
                data: { messages: [{ role: 'customer', body: spoken }] }
            }),
            entry({
                type: 'PureCloud.Interaction.updateState',
                data: {
                    action: 'secureSession',
                    id: CALL,
                    secureSessionContext: { flowId: CALL, userData: given, disconnect: false }
                }
            })
        ];
        const out = text(pseudonymise(trace, 'a salt'));
        for (const secret of secrets) expect(out).not.toContain(secret);
        expect(out).not.toMatch(/edna|frank|customer\.example/i);
        expect(out).toMatch(/"channel":"EXTERNAL".*"confidence":0.9.*"role":"customer".*"action":"secureSession"/);
    });

    it('shares a text of the same shape, so that what was too long for a field still is', () => {
        const [message] = shared(about({ id: CALL, queueName: "O'Brien & Sons, 3rd Floor" }));
        expect(message.data.queueName).toMatch(/^[A-Z]'[A-Z][a-z]{4} & [A-Z][a-z]{3}, \d[a-z]{2} [A-Z][a-z]{4}$/);
    });

    it('shares nothing inside a participant’s data because its name is a word of the contract', () => {
        const [message] = shared(
            about({
                id: CALL,
                attributes: { state: 'CONNECTED', direction: 'Inbound', disposition: 'ININ-WRAP-UP-TIMEOUT' }
            })
        );
        expect(JSON.stringify(message.data.attributes)).not.toMatch(/CONNECTED|Inbound|ININ/);
    });

    it('keeps the names of participant data that are identifiers, and replaces those that may be values', () => {
        const [message] = shared(
            about({
                id: CALL,
                name: 'Smithers',
                attributes: { 'Participant.claimNumber': 'a', '+61491570006': 'b', 'Edna Frank': 'c', Smithers: 'd' }
            })
        );
        const names = Object.keys(message.data.attributes);
        expect(names[0]).toBe('Participant.claimNumber');
        expect(names.slice(1).join()).not.toMatch(/61491570006|Edna|Smithers/);
        expect(names).toHaveLength(4);
    });

    it.each([
        'EdnaFrank',
        'edna_frank',
        'Participant.ednaFrank',
        'callEdnaBack',
        'EDNA',
        'participant.frank.edna',
        'blue_suitcase',
        'c_614_915_70',
        'p61.491.570.006'
    ])('replaces the name %s of participant data, which tells of the caller', (name) => {
        const trace = [
            about({ id: CALL, name: 'Edna Frank', ani: '+61491570006', attributes: { [name]: 'x', claimNumber: 'y' } }),
            entry({ type: 'Notification', category: 'chatUpdate', data: { messages: [{ body: 'A blue suitcase!' }] } })
        ];
        const [message] = shared(...trace);
        const [first = '', second] = Object.keys(message.data.attributes);
        expect(first.toLowerCase()).not.toContain(name.replace(/^participant\./i, '').toLowerCase());
        expect(first).not.toMatch(/edna|frank|blue|suitcase|6.?1.?4.?9.?1/i);
        expect(second).toBe('claimNumber');
    });

    it('replaces the name of a value within a JSON text, and keeps the one that tells nothing', () => {
        const held = JSON.stringify({ claimNumber: 'y', ednaFrank: 'Edna Frank' });
        const [message] = shared(about({ id: CALL, attributes: { sf_workspaceassociations: held } }));
        const names = Object.keys(JSON.parse(message.data.attributes.sf_workspaceassociations) as object);
        expect(names[0]).toBe('claimNumber');
        expect(names[1]).not.toMatch(/edna|frank/i);
    });

    it('shares no number that stands where a duration or a confidence should be', () => {
        const trace = [
            about({ id: CALL, totalIvrDurationSeconds: 61491570006, totalAcdDurationSeconds: '491570006' }),
            entry({
                type: 'Notification',
                category: 'conversationTranscription',
                data: { id: CALL, transcripts: [{ alternatives: [{ transcript: 'a', confidence: 61491570006 }] }] }
            })
        ];
        expect(text(pseudonymise(trace, 'a salt'))).not.toContain('491570006');
    });

    it('shares no more of a JSON text than of the message itself', () => {
        const [message] = shared(
            about({
                id: CALL,
                attributes: { sf_workspaceassociations: JSON.stringify([{ id: CALL, text: 'Edna Frank' }]) }
            })
        );
        const [held] = JSON.parse(message.data.attributes.sf_workspaceassociations) as { id: string; text: string }[];
        expect(held?.id).toBe(message.data.id);
        expect(held?.text).toMatch(/^[A-Z][a-z]{3} [A-Z][a-z]{4}$/);
        expect(held?.text).not.toBe('Edna Frank');
    });

    it('shares a flow’s name as a flow’s name, encoded', () => {
        const participantContext = { transferTarget: 'sip:After%20hours', transferTargetType: 'address' };
        const [message] = shared(
            entry({
                type: 'PureCloud.Interaction.updateState',
                data: { action: 'blindTransfer', id: CALL, participantContext }
            })
        );
        expect(message.data.participantContext.transferTarget).toMatch(/^sip:[A-Z][a-z]{4}%20[a-z]{5}$/);
    });

    it('shares another number and another day with each salt', () => {
        const trace = [about({ id: CALL, startTime: AT, ani: '+61491570006', queueName: 'Claims and more' })];
        expect(text(pseudonymise(trace, 'one'))).not.toBe(text(pseudonymise(trace, 'two')));
        expect(text(pseudonymise(trace, 'one'))).toBe(text(pseudonymise(trace, 'one')));
    });

    it('changes nothing of the trace that is on the page', () => {
        const trace = [about({ id: CALL, ani: '+61491570006' })];
        const before = text(trace);
        pseudonymise(trace, 'a salt');
        expect(text(trace)).toBe(before);
    });

    it('exports a message that was made to be deep, and one that would change every object', () => {
        const deep = JSON.parse(`${'{"data":'.repeat(2000)}1${'}'.repeat(2000)}`) as object;
        const [first, second] = shared(
            entry(deep),
            entry(JSON.parse('{"type":"Interaction","data":{"__proto__":{"polluted":true}}}'))
        );
        expect(first).toHaveProperty('data.data');
        expect(Object.hasOwn(second.data as object, '__proto__')).toBe(true);
        expect('polluted' in {}).toBe(false);
    });
});

describe.each(TRACES)('%s, shared', (_name, entries) => {
    const again = pseudonymise(entries, 'a salt');
    /** What an event says, without what identifies anybody. */
    const shapeOf = ({ message }: TraceEntry): unknown => {
        const event = decodeClientEvent(message, AT);
        if (event.type === 'Unknown') return { type: event.type, reason: event.reason.replaceAll(/"[^"]*"/g, '') };
        if (event.type !== 'Interaction') return { type: event.type, members: Object.keys(event) };
        const { category, inferred, interaction, oddFields, previous, type } = event;
        return {
            type,
            category,
            inferred,
            oddFields,
            states: [interaction?.state, previous?.state],
            members: Object.keys(interaction ?? {})
        };
    };
    const idOf = ({ message }: TraceEntry): string | undefined => {
        const event = decodeClientEvent(message, AT);
        return 'id' in event ? event.id : undefined;
    };

    it('decodes to the same events', () => {
        expect(again.map(shapeOf)).toEqual(entries.map(shapeOf));
    });

    it('is about as many conversations, each message about the same one', () => {
        const numbered = (trace: readonly TraceEntry[]): number[] => {
            const ids = trace.map(idOf);
            return ids.map((id) => ids.indexOf(id));
        };
        expect(numbered(again)).toEqual(numbered(entries));
    });

    it('holds no number and no id of the original', () => {
        const out = text(again);
        const telling =
            text(entries).match(/\+\d{8,15}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
        expect(telling.length).toBeGreaterThan(0);
        expect([...new Set(telling)].filter((one) => out.includes(one))).toEqual([]);
    });
});
