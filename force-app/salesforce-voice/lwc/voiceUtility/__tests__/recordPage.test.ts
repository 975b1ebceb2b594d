import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { settled } from '../../../../../test/fakes/settled.ts';
import {
    CALL,
    RECORD,
    callRecordTells,
    clearPage,
    made,
    panel,
    recordIsAbout,
    recordIsRefused,
    show,
    told,
    toolkit,
    words
} from './shown.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

const utilityWire = EnclosingUtilityId as unknown as { emit(value: unknown): void };
const OTHER = { ...CALL, callId: 'call-2' };

afterEach(() => {
    clearPage();
    jest.useRealTimers();
});

describe('on the record page of a call', () => {
    it('the agent sees the call of this record and no other, accessibly', async () => {
        const { element } = await show({ recordId: RECORD });
        expect(panel(element)).toBeNull();
        await expect(element).toBeAccessible();
        await recordIsAbout('call-1');
        toolkit(element).tell('callstarted', OTHER);
        toolkit(element).tell('callstarted', CALL);
        expect(told().map(({ id }) => id)).toEqual(['call-1']);
        expect(panel(element)).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('what the toolkit told while the record was read is heard, each once', async () => {
        const { element } = await show({ recordId: RECORD });
        toolkit(element).tell('callconnected', OTHER);
        toolkit(element).tell('callconnected', CALL);
        await recordIsAbout('call-1');
        toolkit(element).tell('hold', CALL);
        const heard = jest.fn();
        made.mock.lastCall?.[0].transport.events(heard);
        expect(heard.mock.calls).toMatchObject([[{ id: 'call-1', facts: { state: 'held', direction: 'inbound' } }]]);
        expect(made.mock.lastCall?.[0].transport.diagnostics()).toMatchObject({ received: 1 });
    });

    it.each([
        ['the record has no key', null, 'its Vendor Call Key is empty'],
        ['the record has a blank key', '  ', 'its Vendor Call Key is empty'],
        ['the agent may not see the record', undefined, 'Ask your admin for read access to Voice Call']
    ])('the agent reads why nothing is filled: %s', async (_why, key, sentence) => {
        const { element } = await show({ recordId: RECORD });
        await recordIsAbout(key);
        expect(words(element)).toContain(sentence);
        expect(made).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('the agent reads it also where the org knows no such object or field', async () => {
        const { element } = await show({ recordId: RECORD });
        await recordIsRefused("Cannot query field 'VoiceCall' on type 'RecordQuery'.");
        expect(words(element)).toContain('Ask your admin for read access to Voice Call');
    });

    it('an org that cannot be reached is asked again, and nothing is missed meanwhile', async () => {
        jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
        const { element } = await show({ recordId: RECORD });
        await recordIsRefused('Failed to fetch', () => recordIsAbout('call-1'));
        expect(words(element)).toContain('We go on asking.');
        toolkit(element).tell('callconnected', CALL);
        jest.advanceTimersByTime(5_000);
        await settled(60);
        expect(told().map(({ id }) => id)).toEqual(['call-1']);
        expect(panel(element)).not.toBeNull();
        expect(words(element)).toBeUndefined();
    });

    it('the agent who goes on before the first record was read sees the call of the next, from its first event on', async () => {
        const { element } = await show({ recordId: RECORD });
        element.recordId = '0LQ000000000002AAA';
        await settled();
        toolkit(element).tell('callconnected', OTHER);
        await recordIsAbout('call-1');
        expect(made).not.toHaveBeenCalled();
        await recordIsAbout('call-2');
        expect(told().map(({ id }) => id)).toEqual(['call-2']);
    });

    it('a record that the org did not tell of is asked for no more once the agent went on to the next', async () => {
        jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
        const { element } = await show({ recordId: RECORD });
        await recordIsRefused('Failed to fetch');
        element.recordId = '0LQ000000000002AAA';
        await settled();
        await recordIsAbout('call-2');
        jest.advanceTimersByTime(5_000);
        await settled(60);
        await recordIsAbout('call-1');
        expect(made).toHaveBeenCalledTimes(1);
    });

    it('the agent reads of each record why nothing is filled, and nothing of the one before', async () => {
        made.mockImplementationOnce(() => {
            throw new Error('no storage');
        });
        const { element } = await show({ recordId: RECORD });
        await recordIsAbout('call-1');
        expect(words(element)).toContain('no storage');
        element.recordId = '0LQ000000000002AAA';
        await settled();
        expect(words(element)).toBeUndefined();
        await recordIsAbout(null);
        expect(words(element)).toContain('its Vendor Call Key is empty');
        expect(words(element)).not.toContain('no storage');
        expect((element as HTMLElement & { report(): unknown }).report()).toEqual([]);
    });

    it('a page that is put back has its call as it stood, and the next record has nothing of it', async () => {
        const { element } = await show({ recordId: RECORD });
        await recordIsAbout('call-1');
        toolkit(element).tell('callconnected', CALL);
        toolkit(element).tell('hold', CALL);
        element.remove();
        document.body.appendChild(element);
        await settled();
        await recordIsAbout('call-1');
        expect(told()).toMatchObject([{ id: 'call-1', facts: { state: 'held' } }]);
        element.recordId = '0LQ000000000002AAA';
        await settled();
        await recordIsAbout('call-2');
        expect(told()).toEqual([]);
    });

    it('a page that is left while the record is read opens nothing', async () => {
        const { element } = await show({ recordId: RECORD });
        element.remove();
        await recordIsAbout('call-1');
        expect(made).not.toHaveBeenCalled();
    });

    it('the agent who goes on to the next record sees its call, and the one before no more', async () => {
        const { element, close } = await show({ recordId: RECORD });
        await recordIsAbout('call-1');
        element.recordId = '0LQ000000000002AAA';
        await settled();
        expect(close).toHaveBeenCalledTimes(1);
        expect(panel(element)).toBeNull();
        await recordIsAbout('call-2');
        toolkit(element).tell('callconnected', CALL);
        toolkit(element).tell('callconnected', OTHER);
        expect(told().map(({ id }) => id)).toEqual(['call-2']);
    });
});

describe('in the utility bar and on the record page at once', () => {
    it('the record page says that the call is in the bar, and has no desk of its own', async () => {
        await show();
        const { element } = await show({ recordId: RECORD });
        expect(words(element)).toBe('Switchboard is in the utility bar of this app. You find this call there.');
        expect(made).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('the record page gives way to a bar that comes later, and takes over when it goes', async () => {
        const onRecord = await show({ recordId: RECORD });
        await recordIsAbout('call-1');
        const inBar = await show();
        expect(onRecord.close).toHaveBeenCalledTimes(1);
        expect(panel(onRecord.element)).toBeNull();
        expect(words(onRecord.element)).toContain('in the utility bar');
        inBar.element.remove();
        await settled();
        await recordIsAbout('call-1');
        expect(panel(onRecord.element)).not.toBeNull();
    });

    it('a desk that gave way to the bar learns nothing more of its call', async () => {
        const { element } = await show({ recordId: RECORD });
        await recordIsAbout('call-1');
        toolkit(element).tell('callconnected', CALL);
        const heard = jest.fn();
        made.mock.lastCall?.[0].transport.events(heard);
        const before = heard.mock.calls.length;
        await show();
        await callRecordTells({ QueueName: 'Billing' });
        expect(heard).toHaveBeenCalledTimes(before);
    });

    it('an item that was taken out stands in the bar no more, whatever the platform sets on it', async () => {
        const gone = await show({ recordId: RECORD });
        gone.element.remove();
        Object.assign(gone.element, { recordId: undefined });
        const { element } = await show({ recordId: RECORD });
        expect(words(element)).toBeUndefined();
    });

    it('an item in the bar hears every call, also where the platform tells it which record is in front', async () => {
        const { element } = await show({ recordId: RECORD });
        utilityWire.emit('utility-1');
        await settled();
        element.recordId = '0LQ000000000002AAA';
        toolkit(element).tell('callconnected', CALL);
        toolkit(element).tell('callconnected', OTHER);
        expect(told().map(({ id }) => id)).toEqual(['call-1', 'call-2']);
        expect(made).toHaveBeenCalledTimes(1);
    });
});
