import { ReadError } from 'c/orgReader';
import { createCallLookUp } from '../callLookUp.ts';
import { orgOfCalls } from './orgOfCalls.ts';

const ROW = {
    CallAcceptDateTime: '2026-01-15T09:00:40.000Z',
    CallQueuedDateTime: '2026-01-15T09:00:10.000Z',
    CallStartDateTime: '2026-01-15T09:00:00.000Z',
    CallType: 'Inbound',
    FromPhoneNumber: '+14155550101',
    IvrDuration: 25,
    QueueName: 'Billing'
};
const KEYS = { Id: '0LQ000000000001AAA', VendorCallKey: 'call-1', CreatedDate: '2026-01-15T09:00:00.000Z' };

/** An org with this VoiceCall and one of somebody else. */
function org(
    row: Readonly<Record<string, unknown>> | undefined,
    hidden: readonly string[] = []
): ReturnType<typeof orgOfCalls> {
    const others = { ...KEYS, VendorCallKey: 'call-2', Id: 'call-1', QueueName: 'Claims' };
    return orgOfCalls([others, ...(row === undefined ? [] : [{ ...KEYS, ...row }])], hidden);
}

describe('what the record of a call tells', () => {
    it('is when it began and was accepted, its queue and how long it waited there, and who called', async () => {
        expect(await createCallLookUp(org(ROW))('call-1')).toEqual({
            connectedTime: '2026-01-15T09:00:40.000Z',
            startTime: '2026-01-15T09:00:00.000Z',
            queueName: 'Billing',
            acdSeconds: 30,
            ivrSeconds: 25,
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

    it('is without the spaces around it', async () => {
        expect(await createCallLookUp(org({ QueueName: ' Billing\n' }))('call-1')).toEqual({ queueName: 'Billing' });
    });

    it.each([
        ['2026-01-15T09:00:40.000Z', 0],
        ['2026-01-15T09:00:10.400Z', 30],
        ['2026-01-15T09:00:10.600Z', 29]
    ])('says how long it waited in the nearest whole seconds: from %s %i', async (CallQueuedDateTime, acdSeconds) => {
        const facts = await createCallLookUp(org({ ...ROW, CallQueuedDateTime }))('call-1');
        expect(facts).toMatchObject({ acdSeconds });
    });

    it('is that of the newest record, should two have one key', async () => {
        const made = (CreatedDate: string, QueueName: string): object => ({ ...KEYS, CreatedDate, QueueName });
        const records = [
            made('2026-01-14T09:00:00.000Z', 'Old'),
            made('2026-01-16T09:00:00.000Z', 'New'),
            made('2026-01-15T09:00:00.000Z', 'Middle')
        ];
        expect(await createCallLookUp(orgOfCalls(records as never))('call-1')).toEqual({ queueName: 'New' });
    });

    it('has no waiting time where it was accepted before it waited', async () => {
        const row = { ...ROW, CallQueuedDateTime: '2026-01-15T09:01:00.000Z' };
        expect(await createCallLookUp(org(row))('call-1')).not.toHaveProperty('acdSeconds');
    });

    it.each([
        [0, 0],
        [12.5, 12.5],
        [-1, undefined],
        ['25', undefined],
        [Number.NaN, undefined],
        [null, undefined]
    ])('says how long it was in the menus before, where that is a time: %s', async (IvrDuration, ivrSeconds) => {
        expect((await createCallLookUp(org({ ...ROW, IvrDuration }))('call-1'))?.ivrSeconds).toBe(ivrSeconds);
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
        expect(reader.asked).toEqual(['CallAcceptDateTime,CallStartDateTime,CallType,FromPhoneNumber,IvrDuration']);
    });

    it('tells all else where the org does not know how long a call was in the menus, as before API version 66', async () => {
        const { ivrSeconds: _unknown, ...rest } = (await createCallLookUp(org(ROW))('call-1')) ?? {};
        expect(await createCallLookUp(org(ROW, ['IvrDuration']))('call-1')).toEqual(rest);
    });

    it('tells nothing where all is hidden, and is not asked again', async () => {
        const reader = org(ROW, Object.keys(ROW));
        const lookUp = createCallLookUp(reader);
        expect(await lookUp('call-1')).toEqual({});
        reader.asked.length = 0;
        expect(await lookUp('call-1')).toBeUndefined();
        expect(reader.asked).toEqual([]);
    });

    it('that is lost while each field is asked for by itself is asked for all of them again', async () => {
        const reader = org(ROW, ['CallType']);
        const { query } = reader;
        let isLost = true;
        jest.spyOn(reader, 'query').mockImplementation((document, variables) => {
            const answer = query(document, variables);
            const isQueue = reader.asked.at(-1) === 'QueueName';
            return isLost && isQueue ? Promise.reject(new ReadError('offline', 'Failed to fetch')) : answer;
        });
        const lookUp = createCallLookUp(reader);
        await expect(lookUp('call-1')).rejects.toThrow('Failed to fetch');
        isLost = false;
        expect(await lookUp('call-1')).toMatchObject({ queueName: 'Billing' });
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
