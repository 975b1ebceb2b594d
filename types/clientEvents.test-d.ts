/**
 * Proves that the types of `c/clientEvents` refuse what the phone would not understand. Each `@ts-expect-error` is a
 * mistake that tsc must refuse; a type that lets one through makes the directive itself an error.
 */
import type { MessageChannel, MessageContextValue } from 'lightning/messageService';
import {
    addAssociation,
    addCustomAttributes,
    blindTransfer,
    concludeTransfer,
    connectClientEvents,
    consultTransfer,
    decodeClientEvent,
    disconnect,
    flowAddress,
    hold,
    InvalidActionError,
    mute,
    pickup,
    securePause,
    secureSession,
    subscribeTo,
    updateState,
    updateStatus
} from 'c/clientEvents';
import type {
    ClientAction,
    ClientConnection,
    ClientEvent,
    ClientInteraction,
    ClientUtterance,
    EventOf,
    InteractionCategory,
    LiveInteraction,
    SendOutcome,
    Toggle
} from 'c/clientEvents';

const QUEUE = { transferTarget: 'q1', transferTargetType: 'queueId' } as const;

/** What is right passes. */
export async function right(messageContext: MessageContextValue, channel: MessageChannel): Promise<void> {
    const connection: ClientConnection = connectClientEvents({ messageContext, channel });
    const off: () => void = connection.on('Interaction', ({ category, id, interaction }) => {
        const known: InteractionCategory = category;
        const text: string = id + known;
        const state: string | undefined = interaction?.state;
        return state === text;
    });
    connection.on('Unknown', async ({ reason }) => {
        await Promise.resolve(reason);
    });
    const offMessage: () => void = connection.onMessage((message: unknown, event: ClientEvent) => [message, event]);
    const actions: ClientAction[] = [
        pickup('i'),
        disconnect('i'),
        hold('i'),
        hold('i', 'off'),
        mute('i'),
        securePause('i', 'toggle'),
        blindTransfer('i', QUEUE),
        consultTransfer('i', { transferTarget: flowAddress('After hours'), transferTargetType: 'address' }),
        concludeTransfer('i'),
        secureSession('i', { flowId: 'f', userData: '' }, { notACardNumber: true }),
        updateState('hold', 'i'),
        addCustomAttributes('i', { text: 'a', amount: 1, vip: true, cleared: null }),
        addAssociation({ interactionId: 'i', id: '003', type: 'contact', text: 'Edna Frank' }),
        updateStatus('Break'),
        subscribeTo('Notification', ['conversationTranscription'])
    ];
    for (const action of actions) {
        const outcome: SendOutcome = await connection.send(action, { confirmWithinMilliseconds: 500 });
        if (outcome === 'confirmed') off();
    }
    const live: readonly LiveInteraction[] = connection.interactions();
    const reasons: readonly string[] = connection.diagnostics().reasons;
    if (live.length === reasons.length) offMessage();
    connection.close();
}

/** One `switch` narrows type and category, and TypeScript knows when a member is left out. */
export function told(event: ClientEvent): string {
    switch (event.type) {
        case 'InitialSetup':
            return event.receivedAt;
        case 'Interaction':
            return event.previous?.id ?? event.id;
        case 'UserAction':
            switch (event.category) {
                case 'status':
                    return event.status ?? event.id ?? event.subStatus ?? '';
                case 'routingStatus':
                    return event.routingStatus;
                case 'view':
                    return event.view;
                case 'station':
                case 'login':
                case 'logout':
                    return String(event.data);
            }
        // Every category returned.
        case 'Notification':
            switch (event.category) {
                case 'conversationTranscription':
                    return event.utterances.map(({ text, channel = '' }: ClientUtterance) => channel + text).join();
                case 'chatUpdate':
                case 'messageUpdate':
                    return event.messages.map(({ role = '', body }) => role + body).join();
                case 'interactionSelection':
                    return event.interactionId ?? '';
            }
        case 'ActionEcho':
            return event.action + (event.id ?? '') + (event.state ?? '');
        case 'Unknown':
            return event.reason;
    }
}

export function wrongActions(toggle: Toggle): void {
    // @ts-expect-error the id is missing
    hold();
    // @ts-expect-error an id is a text
    pickup(1);
    // @ts-expect-error there is no such state of a toggle
    hold('i', 'held');
    // @ts-expect-error mute is always the other of the two: nothing tells which
    mute('i', toggle);
    // @ts-expect-error there is no word for taking back
    updateState('unhold', 'i');
    // @ts-expect-error a list's index is no wanted state
    ['i'].map(hold);
    // @ts-expect-error nobody to transfer to
    blindTransfer('i');
    // @ts-expect-error there is no such kind of target
    blindTransfer('i', { transferTarget: '1', transferTargetType: 'phone' });
    // @ts-expect-error the kind of target is missing
    consultTransfer('i', { transferTarget: 'q1' });
    // @ts-expect-error the other party is known already
    concludeTransfer('i', QUEUE);
    // @ts-expect-error the flow is missing
    secureSession('i', { userData: '' });
    // @ts-expect-error disconnect is true or false
    secureSession('i', { flowId: 'f', userData: '', disconnect: 'yes' });
    // @ts-expect-error values are flat
    addCustomAttributes('i', { a: { b: 1 } });
    // @ts-expect-error attributes are no text
    addCustomAttributes('i', '{"a":1}');
    // @ts-expect-error the record's id is missing
    addAssociation({ interactionId: 'i', type: 'contact', text: 'x' });
    // @ts-expect-error nothing of this type can be asked for
    subscribeTo('InitialSetup', ['add']);
    // @ts-expect-error categories are a list
    subscribeTo('Interaction', 'add');
    // @ts-expect-error the phone knows two spellings
    subscribeTo('Interaction', ['add'], 'PureCloud.SUBSCRIBE');
}

export function wrongListening(connection: ClientConnection): void {
    // @ts-expect-error there is no such type
    connection.on('Foo', () => undefined);
    // @ts-expect-error UserActions becomes UserAction
    connection.on('UserActions', () => undefined);
    // @ts-expect-error a Notification tells no interaction
    connection.on('Notification', (event) => event.interaction);
    // @ts-expect-error the category tells which fields there are
    connection.on('UserAction', (event) => event.status);
    // @ts-expect-error an echo is no event of an interaction
    connection.on('ActionEcho', (event: EventOf<'Interaction'>) => event.category);
    // @ts-expect-error only the id may be known
    connection.on('Interaction', (event) => event.interaction.state);
    // @ts-expect-error a phone number may be missing
    connection.on('Interaction', ({ interaction }) => interaction?.phone.includes('+'));
    connection.on('Interaction', ({ category }) => {
        // @ts-expect-error no interaction has this category
        return category === 'answer';
    });
    connection.on('Interaction', (event) => {
        // @ts-expect-error an event is read, not written
        event.id = 'other';
    });
    // @ts-expect-error a message is unknown until it is checked
    connection.onMessage((message) => message.data);
}

export function wrongConnecting(messageContext: MessageContextValue, channel: MessageChannel): void {
    // @ts-expect-error the channel is missing
    connectClientEvents({ messageContext });
    // @ts-expect-error a channel is not a text
    connectClientEvents({ messageContext, channel: 'purecloud__ClientEvent__c' });
    // @ts-expect-error the context may not be there yet
    connectClientEvents({ messageContext: undefined, channel });
    // @ts-expect-error how long is a number
    connectClientEvents({ messageContext, channel, confirmWithinMilliseconds: '3s' });
}

export async function wrongSending(connection: ClientConnection): Promise<void> {
    // @ts-expect-error an action is built, not named
    void connection.send('hold');
    // @ts-expect-error an action has data
    void connection.send({ type: 'PureCloud.Interaction.updateState' });
    // @ts-expect-error there is no acknowledgement, so there is no failure either (T16)
    if ((await connection.send(mute('i'))) === 'failed') return;
    // @ts-expect-error what is live may be described partly
    connection.interactions()[0]?.interaction.state.length;
    // @ts-expect-error nothing of the list is certain
    connection.interactions()[0].complete;
}

export function wrongDecoding(message: unknown, interaction: ClientInteraction, error: unknown): void {
    // @ts-expect-error when it was received is missing
    decodeClientEvent(message);
    const event = decodeClientEvent(message, '2026-03-02T09:00:00.000Z');
    // @ts-expect-error which type it is must be asked first
    void event.category;
    // @ts-expect-error attributes keep the type that they came with, which need not be text (W11)
    void interaction.attributes?.vip?.toUpperCase();
    // @ts-expect-error no event tells whether a call is muted (W4)
    void interaction.isMuted;
    if (error instanceof InvalidActionError) {
        const why: string = error.field + error.given + error.allowed;
        // @ts-expect-error the value itself is never told
        void (why + error.value);
    }
}
