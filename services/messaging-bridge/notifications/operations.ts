import type { Operation } from '@switchboard/genesys-api';

/** What notifications need of the Platform API beside the operations on digital conversations. */

const idIn = (name: string) =>
    ({ name, in: 'path', type: 'string', required: true, description: 'As an earlier answer gave it' }) as const;

export const CREATE_CHANNEL: Operation = {
    name: 'post_notifications_channels',
    method: 'POST',
    path: '/api/v2/notifications/channels',
    params: [],
    permissions: { mode: 'none', names: [] },
    returns: 'Channel'
};

/** Replaces what a channel is subscribed to, and gives it another 24 hours. */
export const SUBSCRIBE: Operation = {
    name: 'put_notifications_channel_subscriptions',
    method: 'PUT',
    path: '/api/v2/notifications/channels/{channelId}/subscriptions',
    params: [
        idIn('channelId'),
        {
            name: 'ignoreErrors',
            in: 'query',
            type: 'boolean',
            required: false,
            description: 'A topic that cannot be had is told of in the answer'
        },
        {
            name: 'topics',
            in: 'body',
            type: 'array',
            items: { type: 'object' },
            required: true,
            description: 'All that is to be told of'
        }
    ],
    permissions: { mode: 'none', names: [] },
    bodyModel: 'Array<ChannelTopic>',
    bodyIs: 'topics',
    returns: 'ChannelTopicEntityListing'
};

/** The one view that names everybody's communication. */
export const GET_CONVERSATION: Operation = {
    name: 'get_conversation',
    method: 'GET',
    path: '/api/v2/conversations/{conversationId}',
    params: [idIn('conversationId')],
    permissions: { mode: 'any', names: ['conversation:communication:view'] },
    returns: 'Conversation'
};
