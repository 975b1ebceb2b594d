import type { Interaction, InteractionType } from 'c/interactions';

/** A row of the vendor's table as its page has it, and one value that a phone or a flow would give. */
export interface VendorRow {
    readonly name: string;
    readonly dataType: 'string' | 'number' | 'boolean';
    /** `All*` of the page stands for all seven. */
    readonly types: readonly InteractionType[];
    /** What tells it, on an interaction that has ended and is wrapped up. */
    readonly told: Partial<Interaction>;
    readonly value: string | number | boolean;
}

export const ALL: readonly InteractionType[] = [
    'call',
    'callback',
    'outboundDialing',
    'chat',
    'email',
    'message',
    'voicemail'
];

const set = (name: string, value: string): Pick<Interaction, 'participantData'> => ({
    participantData: { [name]: value }
});

/**
 * "Synchronize interaction attributes with Salesforce activity records", help.mypurecloud.com, row by row. The page has
 * lost the cell of email's type, and the name of the row of what a chat widget sets: it is a custom field like those of
 * a flow.
 */
export const VENDOR_TABLE: readonly VendorRow[] = [
    {
        name: 'Call.Ani',
        dataType: 'string',
        types: ['call', 'callback'],
        told: { ani: '+61491570006' },
        value: '+61491570006'
    },
    {
        name: 'Call.CalledNumber',
        dataType: 'string',
        types: ['call', 'callback'],
        told: { calledNumber: 'sip:service@example.com' },
        value: 'sip:service@example.com'
    },
    {
        name: 'Call.ConversationId',
        dataType: 'string',
        types: ALL,
        told: {},
        value: 'c1c1c1c1-0000-4000-8000-000000000001'
    },
    { name: 'Call.Internal', dataType: 'boolean', types: ['call'], told: { internal: true }, value: true },
    { name: 'Call.QueueName', dataType: 'string', types: ALL, told: { queueName: 'Renewals' }, value: 'Renewals' },
    {
        name: 'Call.RemoteName',
        dataType: 'string',
        types: ALL,
        told: { remoteName: 'Edna Frank' },
        value: 'Edna Frank'
    },
    { name: 'Call.State', dataType: 'string', types: ALL, told: {}, value: 'DISCONNECTED' },
    {
        name: 'Call.UUIData',
        dataType: 'string',
        types: ['call', 'callback', 'outboundDialing'],
        told: set('UUIData', '0a0b'),
        value: '0a0b'
    },
    {
        name: 'Chat.Transcript',
        dataType: 'string',
        types: ['chat'],
        told: set('Chat.Transcript', '570AB00000CdEfG'),
        value: '570AB00000CdEfG'
    },
    {
        name: 'Email.Subject',
        dataType: 'string',
        types: ['email'],
        told: set('Email.Subject', 'Re: 12'),
        value: 'Re: 12'
    },
    {
        name: 'Interaction.ParticipantPurpose',
        dataType: 'string',
        types: ALL,
        told: set('Interaction.ParticipantPurpose', 'agent'),
        value: 'agent'
    },
    {
        name: 'Interaction.StartTime',
        dataType: 'string',
        types: ALL,
        told: { startTime: '2026-03-02T08:59:58.000Z' },
        value: '2026-03-02T08:59:58.000Z'
    },
    { name: 'Interaction.TotalAcdTime', dataType: 'number', types: ALL, told: { acdSeconds: 90 }, value: 90 },
    { name: 'Interaction.TotalIvrTime', dataType: 'number', types: ALL, told: { ivrSeconds: 90 }, value: 90 },
    {
        name: 'Interaction.Transcript',
        dataType: 'string',
        types: ['chat', 'message'],
        told: set('Interaction.Transcript', '570AB00000CdEfG'),
        value: '570AB00000CdEfG'
    },
    {
        name: 'Interaction.Url',
        dataType: 'string',
        types: ALL,
        told: set('Interaction.Url', 'https://apps.mypurecloud.com/directory/#/engage/admin/interactions/c1'),
        value: 'https://apps.mypurecloud.com/directory/#/engage/admin/interactions/c1'
    },
    { name: 'Message.Type', dataType: 'string', types: ['message'], told: set('Message.Type', 'line'), value: 'line' },
    {
        name: 'Message.Username',
        dataType: 'string',
        types: ['message'],
        told: set('Message.Username', 'ednaf'),
        value: 'ednaf'
    },
    {
        name: 'Message.Userid',
        dataType: 'string',
        types: ['message'],
        told: set('Message.Userid', 'U77'),
        value: 'U77'
    },
    {
        name: 'OutboundDialing.ContactId',
        dataType: 'string',
        types: ['outboundDialing'],
        told: set('OutboundDialing.ContactId', 'k1'),
        value: 'k1'
    },
    {
        name: 'OutboundDialing.ContactListId',
        dataType: 'string',
        types: ['outboundDialing'],
        told: set('OutboundDialing.ContactListId', 'l1'),
        value: 'l1'
    },
    {
        name: 'OutboundDialing.CampaignId',
        dataType: 'string',
        types: ['outboundDialing'],
        told: set('OutboundDialing.CampaignId', 'm1'),
        value: 'm1'
    },
    {
        name: 'Participant.{ColumnName}',
        dataType: 'string',
        types: ['outboundDialing'],
        told: set('Renewal Date', '2026-04-01'),
        value: '2026-04-01'
    },
    {
        name: 'Participant.{CustomFieldName}',
        dataType: 'string',
        types: ['call', 'callback', 'email', 'message', 'voicemail', 'chat'],
        told: set('Participant.Contract', '7781'),
        value: '7781'
    },
    { name: 'Salesforce.AfterCallTime', dataType: 'number', types: ALL, told: { wrapUpSeconds: 17 }, value: 17 },
    { name: 'Salesforce.CallDuration', dataType: 'number', types: ALL, told: { durationSeconds: 12 }, value: 12 },
    {
        name: 'Salesforce.ConnectedTime',
        dataType: 'string',
        types: ALL,
        told: { connectedTime: '2026-03-02T09:00:00.000Z' },
        value: '2026-03-02T09:00:00.000Z'
    },
    {
        name: 'Salesforce.DisconnectedTime',
        dataType: 'string',
        types: ALL,
        told: { endTime: '2026-03-02T09:00:12.376Z' },
        value: '2026-03-02T09:00:12.376Z'
    },
    {
        name: 'Salesforce.DisplayAddress',
        dataType: 'string',
        types: ['call', 'callback', 'outboundDialing', 'email', 'message', 'voicemail'],
        told: { displayAddress: 'edna.frank@example.com' },
        value: 'edna.frank@example.com'
    },
    {
        name: 'Salesforce.ExternalRoutedWorkItem',
        dataType: 'string',
        types: ['message'],
        told: set('Salesforce.ExternalRoutedWorkItem', '0BzAB00000CdEfG'),
        value: '0BzAB00000CdEfG'
    },
    {
        name: 'Salesforce.InteractionLogNotes',
        dataType: 'string',
        types: ALL,
        told: { notes: 'call back' },
        value: 'call back'
    },
    { name: 'Salesforce.ParticipantId', dataType: 'string', types: ALL, told: { participantId: 'p1' }, value: 'p1' },
    { name: 'Salesforce.WrapUpCode', dataType: 'string', types: ALL, told: { wrapUpCode: 'Sold' }, value: 'Sold' }
];
