import { createAgentDesk } from 'c/agentDesk';
import type { DeskView } from 'c/agentDesk';
import { CLIENT_EVENT } from 'c/genesysChannel';
import GenesysUtility from 'c/genesysUtility';
import { createMessageContext, publish } from 'lightning/messageService';
import { createElement } from 'lwc';
import { fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn() }));

const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
const made = jest.mocked(createAgentDesk);

interface Known {
    readonly calls: readonly string[];
    readonly status: string | undefined;
}

async function open(shows: Partial<DeskView> = {}): Promise<HTMLElement> {
    made.mockReturnValue(fakeDesk(shows).desk);
    const element = createElement('c-genesys-utility', { is: GenesysUtility });
    document.body.appendChild(element);
    await settled();
    return element;
}

/** What the desk that was made last is told, once it listens. */
async function knownToDesk(): Promise<Known> {
    const transport = made.mock.lastCall?.[0].transport;
    const calls: string[] = [];
    transport?.events(({ id }) => calls.push(id));
    await settled();
    return { calls, status: transport?.agent?.read().status };
}

function phoneSays(...messages: readonly object[]): void {
    const phone = createMessageContext();
    for (const message of messages) publish(phone, CLIENT_EVENT, message);
}

const RINGS = { type: 'Interaction', category: 'add', data: { id: CALL, state: 'ALERTING', isDisconnected: false } };
const READY = { type: 'UserAction', category: 'status', data: { status: 'ON_QUEUE', id: 's1' } };

describe('the agent pops the utility out, which destroys it and makes another', () => {
    let day = 1;
    // Each test on another day, so that what the one before left is too old.
    beforeEach(() => {
        jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
        jest.setSystemTime(new Date(2026, 0, day++));
    });
    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
        jest.clearAllMocks();
    });

    it('and the new one has the live call and the status, which the phone does not repeat', async () => {
        const first = await open();
        phoneSays(RINGS, READY);
        await settled();
        first.remove();
        await open();
        expect(await knownToDesk()).toEqual({ calls: [CALL], status: 'ON_QUEUE' });
    });

    it('and the new one has what was said and what is selected in the phone', async () => {
        const said = [{ id: 'u1', speaker: 'customer', text: 'Hello?', at: '2026-01-15T09:00:01.000Z' }] as const;
        const talking = item({ id: CALL, state: 'connected' }, { transcript: said });
        const first = await open({ interactions: [talking], selected: CALL });
        first.remove();
        await open();
        const transport = made.mock.lastCall?.[0].transport;
        const heard: unknown[] = [];
        transport?.onUtterance?.((id, utterances) => heard.push([id, utterances]));
        transport?.onSelection?.((id) => heard.push(id));
        await settled();
        expect(heard).toEqual([[CALL, said], CALL]);
    });

    it('and a call that had ended is not brought back', async () => {
        const first = await open();
        phoneSays(RINGS, { type: 'Interaction', category: 'acw', data: CALL });
        await settled();
        first.remove();
        await open();
        expect(await knownToDesk()).toEqual({ calls: [], status: undefined });
    });

    it('and one that is opened much later starts anew, because calls may have ended unheard', async () => {
        const first = await open();
        phoneSays(RINGS);
        await settled();
        first.remove();
        jest.setSystemTime(Date.now() + 10_001);
        await open();
        expect(await knownToDesk()).toEqual({ calls: [], status: undefined });
    });
});
