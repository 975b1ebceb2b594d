import type { Sender, Sending, Sent } from '../delivery/sender.ts';
import { callOnce } from '../genesys/callOnce.ts';
import type { Genesys } from '../genesys/topologies.ts';
import { addEntries } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { linkOf } from '../store/links.ts';
import type { GenesysChannelLink } from '../store/links.ts';
import type { Presence } from './agentEntries.ts';
import { ASSIGN, whoServes } from './genesysAgents.ts';
import type { Agent, WhoServes } from './genesysAgents.ts';
import { changeReps, named } from './repsThere.ts';
import { ROUTING_ENDED, routingLane } from './requestedRouting.ts';

/** Who a rep of Salesforce is at Genesys Cloud. */
export interface Rep {
    readonly salesforceUserId: string;
    readonly genesysUserId: string;
}

export interface PresenceSenderOptions {
    readonly database: Database;
    readonly genesys: Genesys;
    readonly reps: readonly Rep[];
}

type Part = { readonly step: 'serve' | 'accept'; readonly userId: string } | { readonly step: 'stopTyping' };

const SENT: Sent = { kind: 'sent' };

/**
 * Whoever is alone with the customer in Salesforce serves the conversation at Genesys Cloud: the first rep, the one to
 * whom it was transferred once the other one has left, and whoever stays after a conference. While several reps are
 * there, nothing changes: Genesys Cloud has no conference in messages.
 */
export function createPresenceSender({ database, genesys, reps }: PresenceSenderOptions): Sender {
    const genesysUserOf = (userId: string): string | undefined =>
        reps.find(({ salesforceUserId }) => named(salesforceUserId) === named(userId))?.genesysUserId;

    async function linkFor({ body }: Entry): Promise<GenesysChannelLink | undefined> {
        const link = await linkOf(database, (body as Presence).conversation);
        return link?.topology === 'genesysChannel' ? link : undefined;
    }

    return {
        async plan(entry): Promise<readonly Part[]> {
            const presence = entry.body as Presence;
            const there = await database.transaction(async (statements) => {
                const left = await changeReps(statements, presence.conversation, presence);
                if (left.length === 0) await addEntries(statements, conferenceEnded(entry));
                return left;
            });
            const [alone] = there;
            if (alone === undefined) return [{ step: 'stopTyping' }];
            const userId = there.length === 1 ? genesysUserOf(alone) : undefined;
            return userId === undefined
                ? []
                : [
                      { step: 'serve', userId },
                      { step: 'accept', userId }
                  ];
        },

        async send({ body, ...sending }): Promise<Sent> {
            const part = body as Part;
            const link = await linkFor(sending.entry);
            if (link === undefined) return SENT;
            if (part.step === 'stopTyping') return stopTyping(genesys, link, sending);
            const shown = await whoServes(genesys, link.conversationId, sending.signal);
            if (shown === 'unreachable') return { kind: 'notNow', reason: 'Genesys Cloud does not say who serves' };
            if (shown === 'notThere')
                return { kind: 'refused', reason: 'Genesys Cloud does not show the conversation' };
            const own = shown.agents.find(({ userId }) => userId === part.userId);
            const one = { genesys, conversationId: link.conversationId, userId: part.userId, sending };
            return part.step === 'serve' ? serve(one, shown, own) : accept(one, own);
        },

        async find({ body, entry, signal }): ReturnType<Sender['find']> {
            const part = body as Part;
            const link = await linkFor(entry);
            if (link === undefined || part.step === 'stopTyping') return { remoteId: 'nothing' };
            const shown = await whoServes(genesys, link.conversationId, signal);
            if (shown === 'unreachable' || shown === 'notThere') return shown === 'notThere' ? 'absent' : shown;
            const own = shown.agents.find(({ userId }) => userId === part.userId);
            // To accept twice is to accept once.
            if (part.step === 'accept') return own?.isConnected === false ? 'repeat' : { remoteId: 'accepted' };
            return own === undefined ? 'absent' : { remoteId: own.participantId };
        },

        undelivered: () => []
    };
}

interface One {
    readonly genesys: Genesys;
    readonly conversationId: string;
    readonly userId: string;
    readonly sending: Pick<Sending, 'signal' | 'leaving'>;
}

/** Replaces the agent who is connected, or gives what waits in a queue; nothing where the agent is in it already. */
async function serve(
    { conversationId, genesys: { client }, sending, userId }: One,
    { agents, isQueued }: WhoServes,
    own: Agent | undefined
): Promise<Sent> {
    if (own !== undefined) return SENT;
    const served = agents.find(({ isConnected }) => isConnected);
    if (served !== undefined) {
        const { participantId } = served;
        const given = { conversationId, participantId, userId, transferType: 'Unattended' };
        return callOnce(client, 'post_message_participant_replace', given, sending, () => userId);
    }
    if (isQueued) return callOnce(client, ASSIGN, { conversationId, id: userId }, sending, () => userId);
    return { kind: 'refused', reason: 'the conversation at Genesys Cloud has neither an agent nor a queue' };
}

/** Takes the conversation for an agent at whom it rings. Where the bridge may not, the agent has to. */
async function accept({ conversationId, genesys: { client }, sending }: One, own: Agent | undefined): Promise<Sent> {
    if (own === undefined || own.isConnected) return SENT;
    const given = { conversationId, participantId: own.participantId, state: 'connected' };
    const sent = await callOnce(client, 'patch_message_participant', given, sending, () => 'accepted');
    return sent.kind === 'refused' ? SENT : sent;
}

/** Nobody types any more. Not worth a second try. */
async function stopTyping(
    { client }: Genesys,
    { communicationId, conversationId }: GenesysChannelLink,
    sending: Pick<Sending, 'signal' | 'leaving'>
): Promise<Sent> {
    if (communicationId === undefined) return SENT;
    const given = { conversationId, communicationId, typing: { type: 'Off' } };
    await callOnce(client, 'post_message_communication_typing', given, sending, () => 'told');
    return SENT;
}

/** With nobody left a conference that somebody was asked to join has no sense. A transfer goes on: it may wait in a queue. */
function conferenceEnded({ body, key }: Entry): Parameters<typeof addEntries>[1] {
    const { conversation, conversationIdentifier } = body as Presence;
    if (conversationIdentifier === undefined) return [];
    const ended = { conversation, conversationIdentifier, routingType: 'Conference', failureType: 'Cancelled' };
    const lane = routingLane(conversation);
    return [{ lane, key: `left:${key}`, kind: ROUTING_ENDED, body: ended, createdAt: Date.now() }];
}
