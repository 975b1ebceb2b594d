/** What each event does: said in docs/bridge.md, and asked by the bridge before anything reaches a customer. */
import type { Content } from './content/content.ts';
import type { EntryType } from './entries.ts';

/** For whom an entry is: the customer's channel, the bridge alone, or staff, who write it for each other. */
export type Audience = 'customer' | 'bridge' | 'staff';

export interface EntryMeaning {
    readonly audience: Audience;
    /** What the bridge does with it, in a few words. */
    readonly does: string;
}

export const ENTRIES: { readonly [T in EntryType]: EntryMeaning } = {
    Message: { audience: 'customer', does: 'is delivered to the customer, once and in order' },
    TypingStartedIndicator: { audience: 'customer', does: 'shows that somebody types; never stored, tried once' },
    TypingStoppedIndicator: { audience: 'customer', does: 'ends that; never stored, tried once' },
    ProgressIndicator: {
        audience: 'customer',
        does: 'says what is being done, where the channel is registered for it'
    },
    QueuePosition: { audience: 'customer', does: 'may be told as text' },
    DeliveryAcknowledgement: { audience: 'customer', does: "marks the customer's message as delivered" },
    ReadAcknowledgement: { audience: 'customer', does: "marks the customer's messages up to this one as read" },
    MessageUpdated: { audience: 'bridge', does: 'tells whether a file that the customer sent was taken' },
    MessageDeliveryFailed: { audience: 'bridge', does: "marks the customer's message as failed" },
    ParticipantChanged: {
        audience: 'bridge',
        does: 'tells who joined or left: the rep who is alone with the customer serves at Genesys Cloud'
    },
    RoutingResult: { audience: 'bridge', does: 'ends a routing: found, cancelled or out of time' },
    RoutingWorkResult: { audience: 'bridge', does: 'tells that a rep took, declined or closed the work' },
    SessionStatusChanged: { audience: 'bridge', does: 'closes the conversation in Genesys Cloud when it has ended' },
    EndUserConsentUpdated: { audience: 'bridge', does: 'stops sending to a customer who opted out' },
    ConsultConversationInfo: { audience: 'bridge', does: 'nothing' },
    Note: { audience: 'staff', does: 'is never forwarded, and its text is not kept' },
    FlagRaise: { audience: 'staff', does: 'is never forwarded, and its text is not kept' },
    FlagLower: { audience: 'staff', does: 'is never forwarded, and its text is not kept' }
};

/** The rows of the table in docs/bridge.md. */
export function entryRows(): string[][] {
    const rows = Object.entries(ENTRIES).map(([name, { audience, does }]) => [`\`${name}\``, audience, does]);
    return [
        ...rows,
        ['`RoutingRequested`', 'bridge', 'asks for a rep, a queue or a flow, to be answered within 60 seconds'],
        ['any other', 'nobody', 'is kept and counted; nothing is sent']
    ];
}

type Format<M> = Extract<Content, { readonly messageType: M }>['formatType'];

/** What a customer on a plain phone gets of a content. Answers are the customer's own and are never sent. */
export const ON_A_PLAIN_PHONE: {
    readonly [M in 'StaticContentMessage' | 'ChoicesMessage' | 'FormMessage']: { readonly [F in Format<M>]: string };
} = {
    StaticContentMessage: {
        Text: 'the text',
        Attachments: 'the text, then each file; by its name only where it cannot be sent',
        Links: 'the address',
        RichLink: 'the text, the title and the address',
        Media: 'the address of the picture or film, and the links',
        WebView: 'the title and the address',
        Application: 'what it says, and the name of the app',
        ExperienceType: 'what it says'
    },
    ChoicesMessage: {
        Buttons: 'the question, and the options with numbers',
        QuickReplies: 'the question, and the options with numbers',
        ListPicker: 'the question, and the options with numbers',
        Carousel: 'each card with its options and links; the numbers run on through all cards',
        TimePicker: "what for, where, and the times in the customer's zone, with numbers",
        MessageDefinition: 'the options with numbers, if they are texts; else nothing, and the rep is told'
    },
    FormMessage: {
        Inputs: 'what is asked for, one below the other',
        MessageDefinition: 'nothing, and the rep is told: its text is not in the event'
    }
};

/** The rows of the table of messages in docs/bridge.md. */
export function messageRows(): string[][] {
    const rows = Object.entries(ON_A_PLAIN_PHONE).flatMap(([messageType, formats]) =>
        Object.entries(formats).map(([format, text]) => [`\`${messageType}\` \`${format}\``, text])
    );
    return [...rows, ['any other', 'what can be read in it; if nothing can, the rep is told']];
}
