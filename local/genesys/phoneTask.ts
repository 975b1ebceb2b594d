import type { ParticipantValue } from './clientMessage.ts';
import type { AgentParticipant, Conversation, Customer } from './conversation.ts';
import type { Medium } from './medium.ts';

/** One row of the mapping that an admin keeps in the phone's own configuration. Participant data arrives as text. */
export interface PhoneMappingRow {
    /** `Participant.` and the name of the participant data. */
    readonly attribute: string;
    /** API name of a Task field. */
    readonly field: string;
    readonly type: 'text' | 'number' | 'boolean';
}
export type PhoneMapping = readonly PhoneMappingRow[];

export type TaskFields = Readonly<Record<string, string | number | boolean | null>>;

export interface PhoneTask {
    /** Fields that are written once. */
    readonly atCreation: TaskFields;
    /** Fields that are kept up. */
    readonly kept: TaskFields;
    /** Those of `kept` that the mapping asks for. */
    readonly mapped: TaskFields;
}

interface Owner {
    readonly id: string;
    readonly locale: string;
    readonly timeZone: string;
}

/** Values of the Type picklist; the Subject begins with the same word. */
const TYPES: Readonly<Record<Medium, string>> = {
    call: 'Call',
    callback: 'Call',
    dialer: 'Call',
    voicemail: 'Voicemail',
    chat: 'Chat',
    email: 'Email',
    message: 'Message'
};

/** The Task that the phone's package makes for one agent's part of a call ("Default fields in Salesforce"). */
export function phoneTask(
    conversation: Conversation,
    agent: AgentParticipant,
    owner: Owner,
    contacts: readonly Readonly<Record<string, unknown>>[],
    mapping: PhoneMapping
): PhoneTask {
    const connected = new Date(agent.connectedAt ?? agent.offeredAt);
    const caller = contactOf(conversation.caller, contacts);
    const type = TYPES[conversation.medium];
    const mapped = mappedFields(conversation.participantData, mapping);
    return {
        atCreation: {
            Subject: `${type} ${connected.toLocaleString(owner.locale, { timeZone: owner.timeZone })}`,
            CallObject: conversation.id,
            CallType: conversation.direction,
            TaskSubtype: 'Call',
            Type: type,
            OwnerId: owner.id,
            ActivityDate: connected.toLocaleDateString('en-CA', { timeZone: owner.timeZone }),
            ...(caller === undefined ? {} : { WhoId: caller })
        },
        kept: {
            ...(agent.connectedAt === undefined || agent.endedAt === undefined
                ? {}
                : {
                      CallDurationInSeconds: Math.round((agent.endedAt - agent.connectedAt) / 1000),
                      Status: 'Completed'
                  }),
            ...(agent.wrapUpCode === undefined ? {} : { CallDisposition: agent.wrapUpCode }),
            ...mapped
        },
        mapped
    };
}

function mappedFields(data: Readonly<Record<string, ParticipantValue>>, mapping: PhoneMapping): TaskFields {
    const fields: Record<string, ParticipantValue> = {};
    for (const { attribute, field, type } of mapping) {
        const key = attribute.replace(/^Participant\./, '');
        const value = Object.hasOwn(data, key) ? asType(data[key] ?? null, type) : undefined;
        if (value !== undefined) {
            fields[field] = value;
        }
    }
    return fields;
}

/** Undefined where the value is none of this type: such a value is not saved. */
function asType(value: ParticipantValue, type: PhoneMappingRow['type']): ParticipantValue | undefined {
    if (value === null || type === 'text') {
        return value === null ? null : String(value);
    }
    const text = String(value).trim();
    if (type === 'number') {
        return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
    }
    return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** The one contact with this number or address; several matches are left to the agent, so none is chosen. */
function contactOf(
    { number, email }: Customer,
    contacts: readonly Readonly<Record<string, unknown>>[]
): string | undefined {
    const wanted = digitsOf(number ?? '');
    const found = contacts.filter(
        ({ Phone, MobilePhone, Email }) =>
            [Phone, MobilePhone].some(
                (phone) => typeof phone === 'string' && wanted !== '' && digitsOf(phone) === wanted
            ) ||
            (email !== undefined && typeof Email === 'string' && Email.toLowerCase() === email.toLowerCase())
    );
    const id = found.length === 1 ? found[0]?.Id : undefined;
    return typeof id === 'string' ? id : undefined;
}

function digitsOf(number: string): string {
    return number.replace(/\D/g, '');
}
