import type { InteractionType } from 'c/interactions';
import type { AttributeDescription } from './types.ts';

const CALLS: readonly InteractionType[] = ['call', 'callback'];
const CALLS_AND_DIALING: readonly InteractionType[] = ['call', 'callback', 'outboundDialing'];
const DIALING: readonly InteractionType[] = ['outboundDialing'];
const MESSAGES: readonly InteractionType[] = ['message'];
const ADDRESSED: readonly InteractionType[] = ['call', 'callback', 'outboundDialing', 'email', 'message', 'voicemail'];
const ARCHITECT: readonly InteractionType[] = ['call', 'callback', 'email', 'message', 'voicemail', 'chat'];

/**
 * One row for each attribute of the vendor's table ("Synchronize interaction attributes with Salesforce activity
 * records", help.mypurecloud.com), in its spelling and order.
 */
export const ATTRIBUTES: readonly AttributeDescription[] = [
    {
        name: 'Call.Ani',
        interactionTypes: CALLS,
        dataType: 'string',
        meaning: "The caller's number; may be a word such as anonymous, or a name on an outbound call.",
        availability: 'carried'
    },
    {
        name: 'Call.CalledNumber',
        interactionTypes: CALLS,
        dataType: 'string',
        meaning: 'The number or SIP address that was called.',
        availability: 'carried'
    },
    {
        name: 'Call.ConversationId',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'The id of the interaction in Genesys Cloud, the same for every agent who takes part.',
        availability: 'carried'
    },
    {
        name: 'Call.Internal',
        interactionTypes: ['call'],
        dataType: 'boolean',
        meaning: 'True when both sides belong to the organization.',
        availability: 'carried'
    },
    {
        name: 'Call.QueueName',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'The queue that the interaction came through; absent when there was none.',
        availability: 'carried'
    },
    {
        name: 'Call.RemoteName',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'What the phone shows as the name of the other side: a name, a place or the number.',
        availability: 'carried'
    },
    {
        name: 'Call.State',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'Where the interaction stands now: ALERTING, CONTACTING, CONNECTED, HELD or DISCONNECTED.',
        availability: 'carried'
    },
    {
        name: 'Call.UUIData',
        interactionTypes: CALLS_AND_DIALING,
        dataType: 'string',
        meaning: 'User-to-user information that came with an inbound call or goes out with an outbound one.',
        availability: 'participantData'
    },
    {
        name: 'Chat.Transcript',
        interactionTypes: ['chat'],
        dataType: 'string',
        meaning: "The id of the record that holds the chat's transcript.",
        availability: 'notOnThisChannel'
    },
    {
        name: 'Email.Subject',
        interactionTypes: ['email'],
        dataType: 'string',
        meaning: 'The subject line of the email.',
        availability: 'notOnThisChannel'
    },
    {
        name: 'Interaction.ParticipantPurpose',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'The part that the participant plays in the interaction, for example agent or customer.',
        availability: 'notOnThisChannel'
    },
    {
        name: 'Interaction.StartTime',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'When the first participant joined, as an ISO 8601 date and time.',
        availability: 'carried'
    },
    {
        name: 'Interaction.TotalAcdTime',
        interactionTypes: 'all',
        dataType: 'number',
        meaning: 'Seconds spent waiting in queues, all queues of the interaction together, without IVR time.',
        availability: 'carried'
    },
    {
        name: 'Interaction.TotalIvrTime',
        interactionTypes: 'all',
        dataType: 'number',
        meaning: 'Seconds spent in IVR flows, secure ones included, without waiting in queues.',
        availability: 'carried'
    },
    {
        name: 'Interaction.Transcript',
        interactionTypes: ['chat', 'message'],
        dataType: 'string',
        meaning: "The id of the record that holds the chat's or message's transcript.",
        availability: 'notOnThisChannel'
    },
    {
        name: 'Interaction.Url',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'A link to the interaction in Genesys Cloud.',
        availability: 'participantData'
    },
    {
        name: 'Message.Type',
        interactionTypes: MESSAGES,
        dataType: 'string',
        meaning: 'The kind of message: facebook, line, sms, twitter, whatsapp or webmessaging.',
        availability: 'notOnThisChannel'
    },
    {
        name: 'Message.Username',
        interactionTypes: MESSAGES,
        dataType: 'string',
        meaning: "The sender's user name; only Twitter direct messages have one.",
        availability: 'notOnThisChannel'
    },
    {
        name: 'Message.Userid',
        interactionTypes: MESSAGES,
        dataType: 'string',
        meaning: "The sender's user id, or the phone number on WhatsApp; SMS has none.",
        availability: 'notOnThisChannel'
    },
    {
        name: 'OutboundDialing.ContactId',
        interactionTypes: DIALING,
        dataType: 'string',
        meaning: "The contact's id in the campaign's contact list.",
        availability: 'participantData'
    },
    {
        name: 'OutboundDialing.ContactListId',
        interactionTypes: DIALING,
        dataType: 'string',
        meaning: "The id of the campaign's contact list.",
        availability: 'participantData'
    },
    {
        name: 'OutboundDialing.CampaignId',
        interactionTypes: DIALING,
        dataType: 'string',
        meaning: 'The id of the outbound campaign.',
        availability: 'participantData'
    },
    {
        name: 'Participant.{ColumnName}',
        interactionTypes: DIALING,
        dataType: 'string',
        meaning: "A column of the campaign's contact list; write its name in place of {ColumnName}.",
        availability: 'participantData'
    },
    {
        name: 'Participant.{CustomFieldName}',
        interactionTypes: ARCHITECT,
        dataType: 'string',
        meaning: 'A value that an Architect flow or the chat widget set; write its name in place of {CustomFieldName}.',
        availability: 'participantData'
    },
    {
        name: 'Salesforce.AfterCallTime',
        interactionTypes: 'all',
        dataType: 'number',
        meaning: 'Seconds from the end of the interaction until wrap-up was complete.',
        availability: 'carried'
    },
    {
        name: 'Salesforce.CallDuration',
        interactionTypes: 'all',
        dataType: 'number',
        meaning: 'Seconds that the agent was on the interaction.',
        availability: 'derived'
    },
    {
        name: 'Salesforce.ConnectedTime',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'When the agent was connected, as an ISO 8601 date and time.',
        availability: 'carried'
    },
    {
        name: 'Salesforce.DisconnectedTime',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'When the agent was disconnected, as an ISO 8601 date and time.',
        availability: 'carried'
    },
    {
        name: 'Salesforce.DisplayAddress',
        interactionTypes: ADDRESSED,
        dataType: 'string',
        meaning: "The other side's phone number or email address. Better not mapped for callbacks.",
        availability: 'carried'
    },
    {
        name: 'Salesforce.ExternalRoutedWorkItem',
        interactionTypes: MESSAGES,
        dataType: 'string',
        meaning: 'The work item of a Salesforce chat that Genesys Cloud routed.',
        availability: 'notOnThisChannel'
    },
    {
        name: 'Salesforce.InteractionLogNotes',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'What the agent typed about the interaction; empty once everything was deleted again.',
        availability: 'derived'
    },
    {
        name: 'Salesforce.ParticipantId',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: "The id of this agent's part in the interaction; the next agent after a transfer has another one.",
        availability: 'participantData'
    },
    {
        name: 'Salesforce.WrapUpCode',
        interactionTypes: 'all',
        dataType: 'string',
        meaning: 'The wrap-up code that the agent chose.',
        availability: 'carried'
    }
];
