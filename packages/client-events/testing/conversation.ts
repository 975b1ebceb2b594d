/** One interaction as the phone describes it, from its first ring on. */
import type { ClientInteraction } from 'c/clientEvents';

/** Any field of the interaction object; the rest is a queue call from an invented number. */
export type RingingFields = Partial<ClientInteraction>;

export type Conversation = { -readonly [Name in keyof ClientInteraction]: ClientInteraction[Name] };

// Numbers of the North American range that is kept free for fiction.
const CALLER = '+12025550147';
const CALLED = '+12025550100';

export function ringing(id: string, fields: RingingFields): Conversation {
    const written = fields.isChat || fields.isEmail || fields.isMessage;
    const voice = { phone: `tel:${CALLER}`, displayAddress: CALLER, ani: CALLER, calledNumber: CALLED };
    return {
        id,
        state: 'ALERTING',
        direction: 'Inbound',
        isConnected: false,
        isDisconnected: false,
        isDone: false,
        isInternal: false,
        isCallback: false,
        isDialer: false,
        isChat: false,
        isEmail: false,
        isMessage: false,
        isVoicemail: false,
        ...(written ? {} : voice),
        name: 'Washington DC',
        remoteName: 'Washington DC',
        queueName: 'Support',
        recordingState: 'active',
        securePause: false,
        totalIvrDurationSeconds: 7,
        ...fields
    };
}

export const connected = (now: Date): Partial<Conversation> => ({
    state: 'CONNECTED',
    isConnected: true,
    connectedTime: now.toISOString()
});

/** There is wrap-up after a queue's interaction that was answered; everything else is done at once. */
export const ended = (conversation: Conversation, now: Date): Partial<Conversation> => ({
    state: 'DISCONNECTED',
    isConnected: false,
    isDisconnected: true,
    isDone: !(conversation.queueName && conversation.connectedTime),
    recordingState: 'none',
    endTime: now.toISOString(),
    interactionDurationSeconds: secondsBetween(conversation.connectedTime, now)
});

export const wrappedUp = (conversation: Conversation, disposition: string, now: Date): Partial<Conversation> => ({
    isDone: true,
    disposition,
    dispositionDurationSeconds: secondsBetween(conversation.endTime, now)
});

export function secondsBetween(from: string | undefined, now: Date): number {
    return from === undefined ? 0 : Math.max(0, Math.round((now.getTime() - Date.parse(from)) / 1000));
}
