import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSecret } from '@switchboard/genesys-api';
import type { Following, FollowOptions } from '../following/follow.ts';
import { follow } from '../following/follow.ts';
import { entriesOf } from '../delivery/entriesOf.ts';
import type { TypingSaid } from '../delivery/typingSaid.ts';
import { createServerClock } from '../genesys/serverClock.ts';
import { createdAtOf } from '../outbound/outbound.ts';
import { subscribe } from '../pubsub/subscribe.ts';
import { topicInfo } from '../pubsub/topicInfo.ts';
import type { PubSubCredentials, SubscriptionState } from '../pubsub/subscription.ts';
import { createInteractionService } from '../salesforce/interactionService.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import { createJwtBearer } from '../salesforce/jwtBearer.ts';
import type { SalesforceToken } from '../salesforce/jwtBearer.ts';
import type { BridgeConfiguration } from './configuration.ts';
import type { Place } from './place.ts';

/** What one batch of the stream brought. */
export interface Read {
    readonly events: number;
    readonly unreadable: number;
    /** By kind. */
    readonly dropped: Readonly<Record<string, number>>;
    /** Of its last event, in epoch milliseconds; undefined where nothing more is to be had. */
    readonly publishedAt?: number;
}

/** What the bridge knows of Salesforce: one sign-in for the stream and for the calls. */
export interface Salesforce {
    /** `/event/Switchboard_Outbound__e` */
    readonly topic: string;
    readonly service: InteractionService;
    /** Epoch milliseconds, by Salesforce's clock. */
    readonly now: () => number;
    /** Throws NoToken. */
    signIn(): Promise<SalesforceToken>;
    /** What Salesforce says of the topic to the user of the bridge. */
    topicInfo(): ReturnType<typeof topicInfo>;
    follow(
        options: Pick<FollowOptions, 'database' | 'name' | 'mostWaiting' | 'leaseMs' | 'onLeading'> & {
            readonly onState: (state: SubscriptionState) => void;
            readonly onRead: (read: Read) => void;
            readonly onTyping: (said: readonly TypingSaid[]) => void;
        }
    ): Following;
}

const BEFORE_FIRST_START = 'published before the first start';

export const topicOf = ({ event }: BridgeConfiguration['salesforce']): string => `/event/${event}`;

export function salesforceOf(
    { alsoTell, channels, salesforce: settings }: BridgeConfiguration,
    { env, folder }: Place
): Salesforce {
    const isFarSide = (address: string | undefined): boolean =>
        channels.some(({ channelAddress, topology }) => channelAddress === address && topology === 'openMessaging');
    const clock = createServerClock();
    const signIn = createJwtBearer({
        fetch: clock.fetch,
        loginUrl: settings.loginUrl,
        audience: settings.audience,
        clientId: settings.clientId,
        user: settings.user,
        privateKey: () => readSecret(settings.privateKey, env, folder)
    });
    const topic = topicOf(settings);
    const names = {
        ...(settings.payloadField === undefined ? {} : { payloadField: settings.payloadField }),
        ...(settings.typeField === undefined ? {} : { typeField: settings.typeField })
    };
    const authority = settings.pubSubAuthority?.file;
    const pubSub = () => ({
        topic,
        credentials: credentialsFor(signIn, settings.organizationId),
        ...(settings.pubSub === undefined ? {} : { endpoint: settings.pubSub }),
        ...(authority === undefined
            ? {}
            : { certificateAuthority: readFileSync(path.resolve(folder, authority), 'utf8') })
    });

    return {
        topic,
        service: createInteractionService({
            baseUrl: settings.interactions,
            orgId: settings.organizationId.slice(0, 15),
            channel: settings.channel,
            token: async (refused) => (await signIn(refused)).accessToken,
            fetch: clock.fetch
        }),
        now: clock.now,
        signIn: () => signIn(),
        topicInfo: () => topicInfo(pubSub()),
        follow: ({ onRead, onState, onTyping, ...rest }) =>
            follow({
                ...rest,
                topic,
                subscribe: (stream) => subscribe({ ...stream, ...pubSub(), onState }),
                now: clock.now,
                read(batch, since) {
                    const events =
                        since === undefined
                            ? batch.events
                            : batch.events.filter(({ record }) => (createdAtOf(record) ?? since) >= since);
                    const { dropped, typing, ...stored } = entriesOf({ events }, { alsoTell, names, isFarSide });
                    const earlier = batch.events.length - events.length;
                    const at = createdAtOf(batch.events.at(-1)?.record);
                    const publishedAt = at === undefined ? {} : { publishedAt: at };
                    onRead({
                        events: batch.events.length,
                        unreadable: stored.unreadable.length,
                        dropped: { ...dropped, ...(earlier === 0 ? {} : { [BEFORE_FIRST_START]: earlier }) },
                        ...publishedAt
                    });
                    onTyping(typing);
                    return { ...stored, ...publishedAt };
                }
            })
    };
}

function credentialsFor(signIn: ReturnType<typeof createJwtBearer>, organizationId: string): PubSubCredentials {
    let refusedToken: string | undefined;
    return {
        async login() {
            const token = await signIn(refusedToken);
            return { ...token, organizationId };
        },
        refused(accessToken): void {
            refusedToken = accessToken;
        }
    };
}
