import { flagIn } from '../platformApi/listing.ts';
import { ok } from '../platformApi/routes.ts';
import type { Call, Route } from '../platformApi/routes.ts';
import { objectsOf, required, text, textOf, objects } from '../platformApi/bodyShape.ts';
import { VendorError, badRequest, invalidValue } from '../platformApi/vendorError.ts';
import type { Channel, Channels } from './channels.ts';
import { missingFor, SEES_OTHERS, TOPIC_TEMPLATES, topicNamed } from './topics.ts';
import type { Topic } from './topics.ts';

/** Where the routes are, and where one connects. */
export const NOTIFICATIONS = '/api/v2/notifications';
export const STREAMING = '/channels/';

const MOST_TOPICS = 1_000;

const SUBSCRIPTIONS = '/channels/{channelId}/subscriptions';

/** A list of topics, which is the whole body. */
const TOPICS = { entities: objects({ id: required(text) }) };

export function notificationRoutes(channels: Channels): Route[] {
    const channelOf = (call: Call): Channel => channels.of(call.caller, call.id('channelId'));
    const listed = ({ id, topics }: Channel): unknown => ({
        entities: [...topics].map((topic) => ({ id: topic, selfUri: uriOf(id) }))
    });

    function subscribe(call: Call, before: (channel: Channel) => readonly string[]): unknown {
        const channel = channelOf(call);
        const asked = askedFor(call);
        const ids = [...before(channel), ...asked.flatMap(({ topic }) => (topic ? [topic.id] : []))];
        if (ids.length > MOST_TOPICS) throw badRequest(`A channel takes ${MOST_TOPICS} topics, not ${ids.length}.`);
        channel.topics.clear();
        for (const id of ids) channel.topics.add(id);
        channels.renew(channel);
        return { entities: asked.map(({ topic: _topic, ...shown }) => ({ ...shown, selfUri: uriOf(channel.id) })) };
    }

    const routes: Omit<Route, 'root'>[] = [
        {
            method: 'GET',
            path: '/availabletopics',
            run: () =>
                ok({
                    entities: TOPIC_TEMPLATES.map(({ template }) => ({
                        id: template,
                        description: 'Conversations of messages',
                        requiresPermissions: [SEES_OTHERS],
                        visibility: 'Public',
                        transports: ['Websocket'],
                        topicParameters: ['id']
                    }))
                })
        },
        {
            method: 'POST',
            path: '/channels',
            run: ({ caller, origin }) => ok(shown(channels.create(caller), origin))
        },
        {
            method: 'GET',
            path: '/channels',
            run: ({ caller, origin }) => ok({ entities: channels.all(caller).map((one) => shown(one, origin)) })
        },
        { method: 'HEAD', path: '/channels/{channelId}', run: (call) => (channelOf(call), { status: 200 }) },
        { method: 'GET', path: SUBSCRIPTIONS, run: (call) => ok(listed(channelOf(call))) },
        {
            method: 'POST',
            path: SUBSCRIPTIONS,
            body: TOPICS,
            bodyIsList: 'entities',
            run: (call) => ok(subscribe(call, ({ topics }) => [...topics]))
        },
        {
            method: 'PUT',
            path: SUBSCRIPTIONS,
            body: TOPICS,
            bodyIsList: 'entities',
            run: (call) => ok(subscribe(call, () => []))
        },
        {
            method: 'DELETE',
            path: SUBSCRIPTIONS,
            run(call) {
                channelOf(call).topics.clear();
                return { status: 200 };
            }
        }
    ];
    return routes.map((route) => ({ ...route, root: NOTIFICATIONS }));
}

const uriOf = (id: string): string => `${NOTIFICATIONS}/channels/${id}/subscriptions`;

const shown = ({ id, expiresAt }: Channel, origin: string): unknown => ({
    connectUri: `${origin.replace(/^http/, 'ws')}${STREAMING}${id}`,
    id,
    expires: new Date(expiresAt).toISOString()
});

interface Asked {
    readonly id: string;
    readonly state: 'Permitted' | 'Rejected';
    readonly rejectionReason?: string;
    readonly missingPermissions?: readonly string[];
    readonly topic?: Topic;
}

/** Throws VendorError for the first that cannot be had, unless the caller wants to do without. */
function askedFor({ body, caller, query }: Call): Asked[] {
    const mayLack = flagIn(query, 'ignoreErrors');
    return objectsOf(body, 'entities').map((one): Asked => {
        const id = textOf(one, 'id') ?? '';
        const topic = topicNamed(id);
        if (topic === undefined) {
            if (mayLack) return { id, state: 'Rejected', rejectionReason: 'Unknown topic' };
            throw invalidValue('id', 'The field {fieldName} names no topic.');
        }
        const missing = missingFor(caller, topic);
        if (missing === undefined) return { id, state: 'Permitted', topic };
        if (mayLack) {
            const rejectionReason = 'Missing permissions';
            return { id, state: 'Rejected', rejectionReason, missingPermissions: [missing] };
        }
        throw new VendorError({
            status: 403,
            code: 'missing.permissions',
            message: 'These permissions are missing: {permissions}.',
            params: { permissions: missing }
        });
    });
}
