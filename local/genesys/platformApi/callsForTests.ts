import { CODES, DIGITAL_QUEUES, INTEGRATIONS, USERS } from './directory.ts';
import type { Control } from './control.ts';
import { SEEDED } from './seed.ts';

/** A call that is done, of one of the 63 operations, on what is seeded. */
export interface ValidCall {
    readonly as?: 'service' | 'agent' | 'supervisor';
    readonly ids?: Readonly<Record<string, string>>;
    readonly query?: string;
    readonly body?: Readonly<Record<string, unknown>>;
}

export interface Prepared {
    readonly control: Control;
    /** Of the mail that the customer wrote, and of its attachment. */
    readonly mail: { readonly id: string; readonly attachmentId: string };
    /** Does another operation first. */
    done(name: string): Promise<Readonly<Record<string, unknown>>>;
}

type Make = (prepared: Prepared) => ValidCall | Promise<ValidCall>;

type Ids = Readonly<Record<'conversationId' | 'participantId' | 'communicationId', string>>;

function idsOf(name: keyof typeof SEEDED): Ids {
    const { id, agent, agentCommunication } = SEEDED[name];
    return { conversationId: id, participantId: agent, communicationId: agentCommunication };
}

const [email, message, social, video] = [idsOf('email'), idsOf('open'), idsOf('social'), idsOf('video')];
const queueId = DIGITAL_QUEUES[0]?.id;
const code = CODES[0]?.id;
const open = INTEGRATIONS[2]?.id ?? '';
const wrapup = { code, notes: 'Done', durationSeconds: 5 };
const mail = { to: [{ email: 'edna@customer.example' }], from: { email: 'customer-care@care.example' }, textBody: 'x' };
const time = '2026-11-02T09:00:00Z';
const channel = { from: { id: 'mira', idType: 'Opaque' }, time };

/** That of a leg, and the same read afterwards. */
const wrapups = (of: Ids, medium: string): [Make, Make] => [
    () => ({ ids: of, body: wrapup }),
    async ({ done }) => {
        await done(`post_${medium}_participant_communication_wrapup`);
        return { ids: of };
    }
];

const on =
    (ids: Readonly<Record<string, string>>, body?: Readonly<Record<string, unknown>>): Make =>
    () => ({ ids, ...(body === undefined ? {} : { body }) });

const asUser: Make = () => ({ as: 'agent' });

const [postEmailWrapup, getEmailWrapup] = wrapups(email, 'email');
const [postMessageWrapup, getMessageWrapup] = wrapups(message, 'message');
const [postSocialWrapup, getSocialWrapup] = wrapups(social, 'social');
const [postVideoWrapup, getVideoWrapup] = wrapups(video, 'video');

const sentMessage = async ({ done }: Prepared): Promise<string> =>
    String((await done('post_message_communication_messages'))['id']);

export const VALID_CALLS: Readonly<Record<string, Make | undefined>> = {
    get_emails: asUser,
    get_email: on(email),
    get_email_settings: on(email),
    get_email_messages: on(email),
    get_email_message: ({ mail: { id } }) => ({ ids: { ...email, messageId: id } }),
    get_email_messages_draft: on(email),
    put_email_messages_draft: on(email, mail),
    patch_email_messages_draft: () => ({ ids: email, query: '?autoFill=true', body: { draftType: 'ReplyAll' } }),
    delete_email_messages_draft_attachment: async ({ done }) => {
        const { attachments } = await done('post_email_messages_draft_attachments_copy');
        const [one] = attachments as { attachmentId: string }[];
        return { ids: { ...email, attachmentId: one?.attachmentId ?? '' } };
    },
    post_email_messages_draft_attachments_copy: ({ mail: { id, attachmentId } }) => ({
        ids: email,
        body: { sourceMessage: { id }, attachments: [{ attachmentId }] }
    }),
    post_email_messages: on(email, mail),
    post_emails: () => ({ body: { provider: 'Shop Desk', queueId, fromAddress: 'edna@customer.example' } }),
    post_emails_agentless: () => ({
        body: { senderType: 'Outbound', fromAddress: mail.from, toAddresses: mail.to, textBody: 'x' }
    }),
    post_email_inboundmessages: on(idsOf('externalEmail'), { provider: 'Shop Desk', subject: 'Again' }),
    post_email_reconnect: async ({ done }) => {
        await done('patch_email');
        return { as: 'agent', ids: email };
    },
    patch_email: on(email, { state: 'disconnected', participants: [], startTime: time }),
    patch_email_participant: on(email, { state: 'disconnected', wrapup }),
    patch_email_participant_communication: on(email, { state: 'disconnected' }),
    patch_email_participant_attributes: on(email, { attributes: { tier: 'gold' } }),
    patch_email_participant_parkingstate: on(email, { state: 'parked' }),
    post_email_participant_replace: on(email, { queueId, transferType: 'Unattended' }),
    get_email_participant_wrapupcodes: on(email),
    get_email_participant_wrapup: getEmailWrapup,
    get_email_participant_communication_wrapup: getEmailWrapup,
    post_email_participant_communication_wrapup: postEmailWrapup,

    get_messages: asUser,
    get_message: on(message),
    get_message_details: async (prepared) => ({ ids: { messageId: await sentMessage(prepared) } }),
    get_message_message: async (prepared) => ({ ids: { ...message, messageId: await sentMessage(prepared) } }),
    post_message_communication_messages: on(message, { textBody: 'Hello' }),
    post_message_communication_typing: on(message, { typing: { type: 'On', duration: 5_000 } }),
    post_message_communication_messages_media_uploads: on(message, { fileName: 'a.png', contentLengthBytes: 3 }),
    get_message_communication_messages_media: async ({ done }) => {
        await done('post_message_communication_messages_media_uploads');
        return { ids: message, query: '?status=uploading&pageSize=5' };
    },
    get_message_communication_messages_media_media_id: async ({ done }) => {
        const { id } = await done('post_message_communication_messages_media_uploads');
        return { ids: { ...message, mediaId: String(id) } };
    },
    post_message_communication_socialmedia_messages: ({ control }) => ({
        ids: social,
        body: { inReplyToMessageId: control.customerWrites(social.conversationId, 'Hello?'), textBody: 'Hi' }
    }),
    post_messages: () => ({
        body: { queueId, toAddress: '+61491570157', toAddressMessengerType: 'sms' }
    }),
    post_messages_agentless: () => ({
        body: { fromAddress: open, toAddress: 'mira', toAddressMessengerType: 'open', textBody: 'Hello' }
    }),
    post_message_inbound_open_message: () => ({
        ids: { integrationId: open },
        query: '?prefetchConversationId=true',
        body: { channel, text: 'Hello', metadata: { a: 'b' } }
    }),
    post_message_inbound_open_event: on(
        { integrationId: open },
        { channel, events: [{ eventType: 'Typing', typing: { type: 'On' } }] }
    ),
    post_message_inbound_open_receipt: async (prepared) => ({
        ids: { integrationId: open },
        body: { id: await sentMessage(prepared), channel: { to: { id: 'edna-77' }, time }, status: 'Delivered' }
    }),
    post_message_inbound_open_structured_response: async (prepared) => ({
        ids: { integrationId: open },
        body: {
            channel,
            originatingMessageId: await sentMessage(prepared),
            buttonResponse: { type: 'QuickReply', text: 'Yes', payload: 'yes' }
        }
    }),
    get_messaging_integrations: () => ({ query: '?expand=supportedContent,messagingSetting' }),
    patch_message: on(message, { state: 'disconnected', participants: [], startTime: time }),
    patch_message_participant: on(message, { state: 'disconnected' }),
    patch_message_participant_communication: on(message, { state: 'disconnected' }),
    patch_message_participant_attributes: on(message, { attributes: { tier: 'gold' } }),
    post_message_participant_replace: on(message, { userId: USERS[1]?.id }),
    post_message_participant_monitor: () => ({ as: 'supervisor', ids: message }),
    get_message_participant_wrapupcodes: on(message),
    get_message_participant_wrapup: getMessageWrapup,
    get_message_participant_communication_wrapup: getMessageWrapup,
    post_message_participant_communication_wrapup: postMessageWrapup,

    post_videos_meetings: () => ({ body: { ephemeral: true, conferenceId: 'room-1' } }),
    get_videos_meeting: async ({ done }) => {
        const { id } = await done('post_videos_meetings');
        return { ids: { meetingId: String(id) } };
    },
    get_video_participant_communication_wrapup: getVideoWrapup,
    post_video_participant_communication_wrapup: postVideoWrapup,
    get_social_participant_communication_wrapup: getSocialWrapup,
    post_social_participant_communication_wrapup: postSocialWrapup,
    get_cobrowsesessions: asUser,
    get_cobrowsesession: on(idsOf('cobrowse')),
    get_internalmessages: asUser,
    get_internalmessage: on(idsOf('internalMessage')),
    post_faxes: () => ({ body: { addresses: ['+13175555555'], contentType: 'application/pdf' } })
};
