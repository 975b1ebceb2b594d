import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { watchToolkits } from 'c/voiceToolkit';
import type { ToolkitBridge } from 'c/voiceToolkit';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import Toolkit from '../../../../../test/mocks/lightning/serviceCloudVoiceToolkitApi.ts';
import type { ToolkitStub } from '../../../../../test/mocks/lightning/serviceCloudVoiceToolkitApi.ts';
import { openRecordCall } from '../recordCall.ts';
import { orgOfCalls } from './orgOfCalls.ts';

const RECORD = '0LQ000000000001AAA';
const CALL = { callId: 'call-1' };

function toolkit(): ToolkitStub {
    const element = createElement('lightning-service-cloud-voice-toolkit-api', { is: Toolkit });
    document.body.append(element);
    return element as unknown as ToolkitStub;
}

function opened(reader: OrgReader = orgOfCalls([{ Id: RECORD, VendorCallKey: 'call-1' }])) {
    const query = jest.spyOn(reader, 'query');
    const element = toolkit();
    const bridges: ToolkitBridge[] = [];
    const [found, without] = [jest.fn((bridge: ToolkitBridge) => bridges.push(bridge)), jest.fn()];
    const call = openRecordCall(reader, RECORD, found, without);
    call.attach(element);
    /** The kinds of event that a listener of the call hears who begins now. */
    const heard = (): string[] => {
        const types: string[] = [];
        bridges[0]?.onEvent(({ type }) => types.push(type));
        return types;
    };
    return { call, element, found, heard, query, without };
}

/** An org that does not answer the first time. */
function lateOrg(): OrgReader {
    const reader = orgOfCalls([{ Id: RECORD, VendorCallKey: 'call-1' }]);
    jest.spyOn(reader, 'query').mockRejectedValueOnce(new ReadError('offline', 'Failed to fetch'));
    return reader;
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

describe('the call of a record', () => {
    it('is the one of its key, without the spaces around it, and what was told before is heard first', async () => {
        const { element, found, heard } = opened(
            orgOfCalls([
                { Id: 'call-1', VendorCallKey: RECORD },
                { Id: RECORD, VendorCallKey: ' call-1\n' }
            ])
        );
        element.tell('mute', CALL);
        element.tell('hold', { callId: 'call-2' });
        await settled(30);
        expect(found).toHaveBeenCalledWith(expect.anything(), 'call-1');
        const types = heard();
        element.tell('unmute', CALL);
        expect(types).toEqual(['mute', 'unmute']);
    });

    it('is heard from the moment at which it is known, before the page is drawn again', async () => {
        const { element, heard } = opened();
        await settled(30);
        const types = heard();
        element.tell('hold', CALL);
        expect(types).toEqual(['hold']);
    });

    it('is heard by one bridge alone, so that nobody counts an event twice', async () => {
        const { call, element } = opened();
        await settled(30);
        call.attach(element);
        const heard = jest.fn();
        const stop = watchToolkits({
            attached: jest.fn(),
            detached: jest.fn(),
            heard,
            calling: jest.fn(),
            called: jest.fn()
        });
        element.tell('hold', CALL);
        stop();
        expect(heard).toHaveBeenCalledTimes(1);
    });

    it('has the newest of many events that came before it was known', async () => {
        const { element, heard } = opened();
        element.tell('callstarted', CALL);
        for (let event = 0; event < 199; event += 1) element.tell('mute', CALL);
        element.tell('hold', CALL);
        await settled(30);
        const types = heard();
        expect([types.length, types[0], types.at(-1)]).toEqual([200, 'mute', 'hold']);
    });
});

describe('an org that does not answer', () => {
    it('is asked again after five seconds, and not sooner', async () => {
        const { found, query, without } = opened(lateOrg());
        await settled(30);
        expect(without).toHaveBeenCalledWith('noAnswer');
        jest.advanceTimersByTime(4_999);
        await settled(30);
        expect(query).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(1);
        await settled(30);
        expect(query).toHaveBeenCalledTimes(2);
        expect(found).toHaveBeenCalledTimes(1);
    });

    it('is asked no more once the page is left', async () => {
        const { call, found, query } = opened(lateOrg());
        await settled(30);
        call.close();
        jest.advanceTimersByTime(60_000);
        await settled(30);
        expect(query).toHaveBeenCalledTimes(1);
        expect(found).not.toHaveBeenCalled();
    });
});

describe('a page that is left', () => {
    it.each([
        ['the record is read', { Id: RECORD, VendorCallKey: 'call-1' }],
        ['a record without a key is read', { Id: RECORD }]
    ])('while %s is told nothing more', async (_what, row) => {
        const { call, found, without } = opened(orgOfCalls([row]));
        call.close();
        await settled(30);
        expect(found).not.toHaveBeenCalled();
        expect(without).not.toHaveBeenCalled();
    });

    it.each([
        ['before its call is known', 0],
        ['afterwards', 30]
    ])('leaves nothing behind on the toolkit: %s', async (_when, turns) => {
        const { call, element, heard } = opened();
        await settled(turns);
        const types = heard();
        const seen = jest.spyOn(element, 'removeEventListener');
        call.close();
        element.tell('hold', CALL);
        expect(seen).toHaveBeenCalledTimes(19);
        expect(types).toEqual([]);
    });
});
