import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { createCallLookUp } from '../callLookUp.ts';

const ROW = {
    CallAcceptDateTime: '2026-01-15T09:00:40.000Z',
    CallQueuedDateTime: '2026-01-15T09:00:10.000Z',
    CallStartDateTime: '2026-01-15T09:00:00.000Z',
    CallType: 'Inbound',
    FromPhoneNumber: '+14155550101',
    QueueName: 'Billing'
};

/** An org with one VoiceCall, in which this user may not read some fields. */
function org(
    row: Readonly<Record<string, unknown>> | undefined,
    hidden: readonly string[] = []
): OrgReader & { readonly asked: string[] } {
    const asked: string[] = [];
    return {
        asked,
        query(document, variables = {}): Promise<unknown> {
            const text = String(document);
            const fields = Object.keys(ROW).filter((name) => text.includes(`${name} { value }`));
            asked.push(fields.join());
            expect(variables).toEqual({ callId: 'call-1' });
            const refused = fields.find((name) => hidden.includes(name));
            if (refused !== undefined) return Promise.reject(new ReadError('refused', `No field ${refused}`));
            const node = Object.fromEntries(fields.map((name) => [name, { value: row?.[name] ?? null }]));
            return Promise.resolve({ uiapi: { query: { VoiceCall: { edges: row ? [{ node }] : [] } } } });
        }
    };
}

describe('what the record of a call tells', () => {
    it('is when it began and was accepted, its queue and how long it waited there, and who called', async () => {
        expect(await createCallLookUp(org(ROW))('call-1')).toEqual({
            connectedTime: '2026-01-15T09:00:40.000Z',
            startTime: '2026-01-15T09:00:00.000Z',
            queueName: 'Billing',
            acdSeconds: 30,
            direction: 'inbound',
            ani: '+14155550101',
            phone: '+14155550101',
            displayAddress: '+14155550101'
        });
    });

    it('of a call that the agent made is not the number that called: it is the own one', async () => {
        const facts = await createCallLookUp(org({ ...ROW, CallType: 'OUTBOUND' }))('call-1');
        expect(facts).toMatchObject({ direction: 'outbound' });
        expect(facts).not.toHaveProperty('ani');
        expect(facts).not.toHaveProperty('phone');
    });

    it.each([
        ['a transfer', 'Transfer'],
        ['nothing', undefined]
    ])('says no direction where the kind of the call is %s', async (_what, CallType) => {
        const facts = await createCallLookUp(org({ ...ROW, CallType }))('call-1');
        expect(facts).not.toHaveProperty('direction');
        expect(facts).not.toHaveProperty('ani');
    });

    it('leaves out what is empty, no time, or of another kind', async () => {
        const row = { CallAcceptDateTime: 'soon', CallStartDateTime: 12, CallType: ' ', QueueName: '' };
        expect(await createCallLookUp(org(row))('call-1')).toEqual({});
    });

    it('has no waiting time where it was accepted before it waited', async () => {
        const row = { ...ROW, CallQueuedDateTime: '2026-01-15T09:01:00.000Z' };
        expect(await createCallLookUp(org(row))('call-1')).not.toHaveProperty('acdSeconds');
    });

    it('is nothing where there is no record', async () => {
        expect(await createCallLookUp(org(undefined))('call-1')).toBeUndefined();
    });
});

describe('an org in which the user may not read everything', () => {
    it('tells the rest, and is not asked for the hidden field again', async () => {
        const reader = org(ROW, ['QueueName', 'CallQueuedDateTime']);
        const lookUp = createCallLookUp(reader);
        const facts = await lookUp('call-1');
        expect(facts).toMatchObject({ startTime: '2026-01-15T09:00:00.000Z', direction: 'inbound' });
        expect(facts).not.toHaveProperty('queueName');
        expect(facts).not.toHaveProperty('acdSeconds');
        reader.asked.length = 0;
        expect(await lookUp('call-1')).toEqual(facts);
        expect(reader.asked).toEqual(['CallAcceptDateTime,CallStartDateTime,CallType,FromPhoneNumber']);
    });

    it('tells nothing where all is hidden, and is not asked again', async () => {
        const reader = org(ROW, Object.keys(ROW));
        const lookUp = createCallLookUp(reader);
        expect(await lookUp('call-1')).toEqual({});
        reader.asked.length = 0;
        expect(await lookUp('call-1')).toBeUndefined();
        expect(reader.asked).toEqual([]);
    });

    it('that cannot be reached is asked again with the next call', async () => {
        const reader = org(ROW);
        const query = jest.spyOn(reader, 'query').mockRejectedValueOnce(new ReadError('offline', 'Failed to fetch'));
        const lookUp = createCallLookUp(reader);
        await expect(lookUp('call-1')).rejects.toThrow('Failed to fetch');
        expect(await lookUp('call-1')).toMatchObject({ queueName: 'Billing' });
        expect(query).toHaveBeenCalledTimes(2);
    });
});
