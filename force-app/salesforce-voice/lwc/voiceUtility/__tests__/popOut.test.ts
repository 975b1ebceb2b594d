import { item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';
import { CALL, made, show, told, toolkit } from './shown.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

const MESSAGE = {
    id: 'm1',
    callId: 'call-1',
    content: { formatType: 'Text', text: 'Help!' },
    sender: { role: 'Agent' }
};

describe('the agent pops the item out, which destroys it and makes another', () => {
    let day = 1;
    // Each test on another day, so that what the one before left is too old.
    beforeEach(() => {
        jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
        jest.setSystemTime(new Date(2026, 0, day++));
    });
    afterEach(() => {
        document.body.replaceChildren();
        window.localStorage.clear();
        jest.useRealTimers();
        jest.clearAllMocks();
    });

    it('and the new one has the live call, as it stands, which the toolkit does not repeat', async () => {
        const first = await show();
        toolkit(first.element).tell('callconnected', CALL);
        toolkit(first.element).tell('hold', CALL);
        toolkit(first.element).tell('mute', CALL);
        first.element.remove();
        await show();
        expect(told()).toMatchObject([{ id: 'call-1', facts: { state: 'held', direction: 'inbound' } }]);
        expect(made.mock.lastCall?.[0].transport.details?.of('call-1')).toMatchObject({ muted: true });
    });

    it('and the new one has what was said and sent', async () => {
        const said = [{ id: 'u1', speaker: 'customer', text: 'Hello?', at: '2026-01-15T09:00:01.000Z' }] as const;
        const talking = item({ id: 'call-1', state: 'connected' }, { transcript: said });
        const first = await show({}, { interactions: [talking] });
        toolkit(first.element).tell('callconnected', CALL);
        toolkit(first.element).tell('flagraise', MESSAGE);
        first.element.remove();
        await show();
        const { transport } = made.mock.lastCall?.[0] ?? {};
        const heard: unknown[] = [];
        transport?.onUtterance?.((id, utterances) => heard.push([id, utterances]));
        expect(heard).toEqual([]);
        await settled();
        expect(heard).toEqual([['call-1', said]]);
        expect(transport?.details?.of('call-1')).toMatchObject({ flagRaised: true, messages: [{ text: 'Help!' }] });
    });

    it('and a call that had ended is not brought back', async () => {
        const first = await show();
        toolkit(first.element).tell('callconnected', CALL);
        toolkit(first.element).tell('callended', CALL);
        first.element.remove();
        const second = await show();
        expect(told()).toEqual([]);
        toolkit(second.element).tell('callconnected', CALL);
        expect(told()).toEqual([]);
    });

    it('and one that is opened much later starts anew, because calls may have ended unheard', async () => {
        const first = await show();
        toolkit(first.element).tell('callconnected', CALL);
        first.element.remove();
        jest.setSystemTime(Date.now() + 10_001);
        await show();
        expect(told()).toEqual([]);
    });
});
