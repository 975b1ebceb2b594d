import type { Interaction } from 'c/interactions';
import { messageKind } from 'c/interactionAttributes';
import type { Attributes, AttributeValue } from 'c/interactionAttributes';
import type { FieldValue, TaskPatch } from './types.ts';
import { dayIn, formatIn, readInstant } from './instants.ts';
import { cut } from './limits.ts';
import { keepApartFromLead } from './nameAndRelatedTo.ts';
import { sound } from './text.ts';

/** The first word of a Subject, in the agent's language. */
export interface InteractionWords {
    readonly call: string;
    readonly chat: string;
    readonly email: string;
    readonly voicemail: string;
    readonly message: string;
    /** Before the subject of what came in and was never connected to the agent. */
    readonly missed?: string;
    /** Before the subject of what the agent called and nobody answered. */
    readonly notReached?: string;
}

type Kind = Exclude<keyof InteractionWords, 'missed' | 'notReached'>;

export interface DefaultFacts {
    readonly interaction: Interaction;
    readonly attributes: Attributes;
    /** Id of the contact or lead. */
    readonly whoId?: string;
    /** Id of the account, case, opportunity ... */
    readonly whatId?: string;
    /** The browser's, e.g. `en-US`. */
    readonly locale: string;
    /** The user's, as an IANA name. */
    readonly timeZone: string;
    readonly words?: InteractionWords;
}

export const DEFAULT_WORDS: Readonly<Record<Kind, string>> = {
    call: 'Call',
    chat: 'Chat',
    email: 'Email',
    voicemail: 'Voicemail',
    message: 'Message'
};

/** Values of the Type picklist, which the vendor's package uses too: the same in all languages. */
const TYPE_VALUES: Readonly<Record<Kind, string>> = DEFAULT_WORDS;

/** Fields that every Task made by Switchboard gets from what is known of the interaction, without any rule. */
export const DEFAULT_FIELDS: readonly string[] = [
    'Subject',
    'Type',
    'TaskSubtype',
    'Status',
    'ActivityDate',
    'CallObject',
    'CallType',
    'CallDurationInSeconds',
    'CallDisposition',
    'Description',
    'WhoId',
    'WhatId'
];

const LONGEST_DURATION = 99_999_999;

/**
 * The fields that each Task has without any mapping ("Synchronize interaction attributes with Salesforce activity
 * records", help.mypurecloud.com, table of default fields), with what the platform needs to show it as a logged call.
 * What is not known is absent. Never throws.
 */
export function defaultFields(facts: DefaultFacts): TaskPatch {
    const { interaction, attributes } = facts;
    const word = wordFor(interaction, attributes);
    const began = beginning(interaction);
    const values: Record<string, FieldValue | undefined> = {
        Subject: cut(subject((facts.words ?? DEFAULT_WORDS)[word], began, facts), 255),
        Type: TYPE_VALUES[word],
        TaskSubtype: 'Call',
        Status: 'Completed',
        ActivityDate: began && dayIn(began, facts.timeZone),
        CallObject: cut(interaction.id, 255),
        CallType: callType(interaction),
        CallDurationInSeconds: duration(own(attributes, 'Salesforce.CallDuration')),
        CallDisposition: text(own(attributes, 'Salesforce.WrapUpCode'), 255),
        Description: text(interaction.notes ?? own(attributes, 'Salesforce.InteractionLogNotes'), 32_000),
        WhoId: facts.whoId,
        WhatId: facts.whatId
    };
    const known = Object.entries(values).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined);
    return keepApartFromLead(Object.fromEntries(known));
}

/** Under its own name only: participant data of that name was left by somebody else. */
function own(attributes: Attributes, name: string): AttributeValue | undefined {
    return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function wordFor(interaction: Interaction, attributes: Attributes): Kind {
    switch (interaction.type) {
        case 'message':
            return isWebMessaging(interaction, attributes) ? 'chat' : 'message';
        case 'chat':
        case 'email':
        case 'voicemail':
            return interaction.type;
        default:
            return 'call';
    }
}

function isWebMessaging(interaction: Interaction, attributes: Attributes): boolean {
    const told = own(attributes, 'Message.Type');
    return typeof told === 'string'
        ? told.trim().toLowerCase() === 'webmessaging'
        : messageKind(interaction) === 'webmessaging';
}

/** When the agent's part began. It does not move later, so that a Subject once given stays. */
function beginning(interaction: Interaction): Date | undefined {
    return [interaction.connectedTime, interaction.startTime, interaction.firstSeenAt]
        .map((time) => (time ? readInstant(time) : undefined))
        .find((instant) => instant !== undefined);
}

function subject(word: string, began: Date | undefined, { locale, timeZone }: DefaultFacts): string {
    if (!began) {
        return word;
    }
    const stamp = formatIn(locale, timeZone, STAMP).format(began);
    // Newer browsers put a narrow no-break space before AM and PM, which nobody types into a search.
    return `${word} ${stamp.replace(/[\u00a0\u202f]/g, ' ')}`;
}

/** What a browser shows of a date and time when it is asked for nothing else. */
const STAMP: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
};

function callType({ internal, direction }: Interaction): string | undefined {
    if (internal) {
        return 'Internal';
    }
    return direction && (direction === 'inbound' ? 'Inbound' : 'Outbound');
}

function duration(value: unknown): number | undefined {
    // Adding zero turns -0 into 0.
    return typeof value === 'number' && value >= 0 ? Math.min(Math.round(value), LONGEST_DURATION) + 0 : undefined;
}

function text(value: unknown, length: number): string | undefined {
    return typeof value === 'string' && value !== '' ? cut(sound(value), length) : undefined;
}
