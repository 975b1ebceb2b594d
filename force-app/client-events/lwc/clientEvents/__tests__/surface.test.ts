/**
 * What other teams import. A name that goes, or means something else, is a new major version; a name that comes is a
 * minor one. The types are held by types/clientEvents.test-d.ts.
 */
import { createMessageContext, releaseMessageContext } from 'lightning/messageService';
import * as clientEvents from 'c/clientEvents';
import * as clientEventCodec from 'c/clientEventCodec';
import { CHANNEL } from './page.ts';

const kinds = (exported: object): string[] =>
    Object.entries(exported)
        .map(([name, value]) => `${name}: ${Array.isArray(value) ? 'list' : typeof value}`)
        .sort();

it('the developer imports these names from c/clientEvents', () => {
    expect(kinds(clientEvents)).toEqual([
        'INTERACTION_CATEGORIES: list',
        'InvalidActionError: function',
        'NOTIFICATION_CATEGORIES: list',
        'USER_ACTION_CATEGORIES: list',
        'addAssociation: function',
        'addCustomAttributes: function',
        'blindTransfer: function',
        'concludeTransfer: function',
        'connectClientEvents: function',
        'consultTransfer: function',
        'decodeClientEvent: function',
        'disconnect: function',
        'flowAddress: function',
        'hold: function',
        'likelyCardNumber: function',
        'mute: function',
        'pickup: function',
        'securePause: function',
        'secureSession: function',
        'subscribeTo: function',
        'updateState: function',
        'updateStatus: function'
    ]);
});

it('c/clientEvents hands on every name of c/clientEventCodec as it is', () => {
    for (const [name, value] of Object.entries(clientEventCodec)) {
        expect([name, (clientEvents as Record<string, unknown>)[name] === value]).toEqual([name, true]);
    }
});

it('the developer gets these from a connection', () => {
    const messageContext = createMessageContext();
    const connection = clientEvents.connectClientEvents({ messageContext, channel: CHANNEL });
    expect(kinds(connection)).toEqual([
        'close: function',
        'diagnostics: function',
        'interactions: function',
        'on: function',
        'onMessage: function',
        'send: function'
    ]);
    expect(kinds(connection.diagnostics())).toEqual([
        'echoes: number',
        'handlerErrors: number',
        'inferred: number',
        'reasons: list',
        'received: number',
        'sent: number',
        'unknown: number'
    ]);
    connection.close();
    releaseMessageContext(messageContext);
});

it('the developer reads these categories', () => {
    expect(clientEvents.INTERACTION_CATEGORIES).toEqual([
        'add',
        'change',
        'connect',
        'disconnect',
        'acw',
        'deallocate',
        'blindTransfer',
        'consultTransfer',
        'completeConsultTransfer'
    ]);
    expect(clientEvents.USER_ACTION_CATEGORIES).toEqual([
        'status',
        'routingStatus',
        'station',
        'login',
        'logout',
        'view'
    ]);
    expect(clientEvents.NOTIFICATION_CATEGORIES).toEqual([
        'conversationTranscription',
        'chatUpdate',
        'messageUpdate',
        'interactionSelection'
    ]);
});

it('the developer reads from an error which field, what was given, and what is allowed', () => {
    const error = new clientEvents.InvalidActionError('hold', 'id', 'nothing', 'an id');
    expect({ ...error, message: error.message }).toEqual({
        name: 'InvalidActionError',
        field: 'id',
        given: 'nothing',
        allowed: 'an id',
        message: 'hold: id was nothing; give an id'
    });
});
