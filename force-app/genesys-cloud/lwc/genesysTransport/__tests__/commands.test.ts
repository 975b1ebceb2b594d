import { createGenesysTransport } from 'c/genesysTransport';
import type { CommandDetail, CommandOutcome, PanelCommand, SecureFlow, TransferTarget } from 'c/agentDesk';
import type { ClientAction, ClientInteraction } from 'c/clientEvents';
import { CALL, fakeConnection } from './fakeConnection.ts';

interface Sent {
    readonly outcome: CommandOutcome;
    readonly sent: readonly ClientAction[];
}

async function send(
    command: PanelCommand,
    detail?: CommandDetail,
    now: Partial<ClientInteraction> = {}
): Promise<Sent> {
    const connection = fakeConnection();
    connection.live = [{ interaction: { id: CALL, ...now }, complete: true }];
    const outcome = await createGenesysTransport(connection).commands[command](CALL, detail);
    return { outcome, sent: connection.sent };
}
const state = (action: PanelCommand, context: object = {}): object => ({
    type: 'PureCloud.Interaction.updateState',
    data: { action, id: CALL, ...context }
});

describe("the agent's command", () => {
    it.each<PanelCommand>(['pickup', 'mute', 'concludeTransfer', 'disconnect'])(
        '%s goes to the phone as it is',
        async (command) => {
            expect(await send(command)).toEqual({ outcome: 'confirmed', sent: [state(command)] });
        }
    );

    it.each<PanelCommand>(['conference', 'swap'])('%s is refused, and nothing is sent', async (command) => {
        const connection = fakeConnection();
        const refused = createGenesysTransport(connection).commands[command](CALL);
        await expect(refused).rejects.toMatchObject({ name: 'RefusedCommand', reason: 'other' });
        expect(connection.sent).toEqual([]);
    });

    it('is unconfirmed when it could not be published (T16)', async () => {
        const connection = fakeConnection();
        connection.failure = new Error('closed');
        expect(await createGenesysTransport(connection).commands.hold(CALL)).toBe('unconfirmed');
    });
});

describe('the commands that the phone knows only as toggles', () => {
    it.each<[string, PanelCommand, Partial<ClientInteraction>, 'on' | 'off']>([
        ['hold a call that is connected', 'hold', { state: 'CONNECTED' }, 'on'],
        ['hold a call of which nothing is known', 'hold', {}, 'on'],
        ['retrieve a call that is held', 'hold', { state: 'HELD' }, 'off'],
        ['retrieve a call that is held, in whatever case', 'hold', { state: 'held' }, 'off'],
        ['pause what is recorded', 'securePause', { securePause: false }, 'on'],
        ['pause what may be recorded', 'securePause', {}, 'on'],
        ['go on with what is paused', 'securePause', { securePause: true }, 'off']
    ])('%s', async (_name, command, now, wanted) => {
        const { sent } = await send(command, {}, now);
        expect(sent).toEqual([{ ...state(command), wanted }]);
    });

    it('say of mute no state, because no message tells one (W4)', async () => {
        const { sent } = await send('mute');
        expect(sent[0]).not.toHaveProperty('wanted');
    });
});

describe.each(['blindTransfer', 'consultTransfer'] as const)('%s', (command) => {
    it.each<[string, TransferTarget, string, string]>([
        ['to a colleague', { kind: 'user', address: 'user-1' }, 'user-1', 'userId'],
        ['to a queue', { kind: 'queue', address: 'queue-1' }, 'queue-1', 'queueId'],
        [
            'to a phone, its number as it was typed (T15)',
            { kind: 'phone', address: '+61 491 570' },
            '+61 491 570',
            'address'
        ],
        ['to a flow, encoded (T15)', { kind: 'flow', address: 'After hours' }, 'sip:After%20hours', 'address']
    ])('%s', async (_name, to, transferTarget, transferTargetType) => {
        const { sent } = await send(command, { to });
        expect(sent).toEqual([state(command, { participantContext: { transferTarget, transferTargetType } })]);
    });

    it.each<[string, CommandDetail, string]>([
        ['to nobody', {}, 'noTarget'],
        ['to an empty number', { to: { kind: 'phone', address: ' ' } }, 'noTarget'],
        ['to a flow that is written as an address', { to: { kind: 'flow', address: 'sip:x' } }, 'badTarget'],
        ['to a flow with half a character', { to: { kind: 'flow', address: '\uD800' } }, 'badTarget'],
        ['to an address that is not encoded', { to: { kind: 'phone', address: 'sip:a b' } }, 'badTarget']
    ])('%s is refused, and nothing is sent', async (_name, detail, reason) => {
        const connection = fakeConnection();
        const refused = createGenesysTransport(connection).commands[command](CALL, detail);
        await expect(refused).rejects.toMatchObject({ name: 'RefusedCommand', reason });
        expect(connection.sent).toEqual([]);
    });
});

describe('a secure session', () => {
    const FLOW: SecureFlow = { flowId: 'flow-1', data: 'order 0815', disconnect: false };
    /** A number that only tests use; it has the check digit of a card. */
    const CARD = '4111 1111 1111 1111';

    it.each([true, false])('goes to the flow, and ends the part of the agent or not: %s', async (disconnect) => {
        const { sent } = await send('secureSession', { secureFlow: { ...FLOW, disconnect } });
        const secureSessionContext = { flowId: 'flow-1', userData: 'order 0815', disconnect };
        expect(sent).toEqual([state('secureSession', { secureSessionContext })]);
    });

    it('takes a likely card number when the agent says that it is none (T21)', async () => {
        const { sent } = await send('secureSession', { secureFlow: { ...FLOW, data: CARD, noCard: true } });
        expect(sent).toHaveLength(1);
    });

    it.each<[string, CommandDetail, string]>([
        ['without a flow', {}, 'noFlow'],
        ['with an empty flow', { secureFlow: { ...FLOW, flowId: '' } }, 'noFlow'],
        ['with a likely card number (T21, W15)', { secureFlow: { ...FLOW, data: CARD } }, 'likelyCardNumber']
    ])('%s is refused, and nothing is sent', async (_name, detail, reason) => {
        const connection = fakeConnection();
        const refused = createGenesysTransport(connection).commands.secureSession(CALL, detail);
        await expect(refused).rejects.toMatchObject({ name: 'RefusedCommand', reason });
        expect(connection.sent).toEqual([]);
    });

    it('that is refused says nothing of what was typed', async () => {
        const { secureSession } = createGenesysTransport(fakeConnection()).commands;
        const error: unknown = await secureSession(CALL, { secureFlow: { ...FLOW, data: CARD } }).catch(
            (refusal: unknown) => refusal
        );
        expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/4111/);
    });
});

it('a command for a conversation without id is refused', async () => {
    const { pickup } = createGenesysTransport(fakeConnection()).commands;
    await expect(pickup('')).rejects.toMatchObject({ name: 'RefusedCommand', reason: 'other' });
});
