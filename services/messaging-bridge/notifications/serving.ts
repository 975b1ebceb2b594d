import type { Channel, Rep } from '../genesys/channels.ts';
import { Members } from '../outbound/members.ts';
import type { Heard } from '../store/heard.ts';
import type { Asking } from './ask.ts';
import { hasEnded, servingAgent } from './seenConversation.ts';
import type { SeenConversation } from './seenConversation.ts';

/** Says whose a conversation is, and who serves in it. Undefined where it is nobody's here. Throws GenesysError. */
export type WhoServes = (seen: SeenConversation, before: Heard | undefined) => Promise<Heard | undefined>;

/**
 * What was told of a conversation may be late, and names no communication: where it looks as if something had changed,
 * the conversation is asked itself. The channel stays that of the queue by which the customer came first.
 */
export function createWhoServes(asking: Asking, channels: readonly Channel[], reps: readonly Rep[]): WhoServes {
    const repIds = new Set(reps.map(({ genesysUserId }) => genesysUserId));
    const addresses = new Map(
        channels.flatMap((one) => (one.topology === 'genesysChannel' ? [[one.queueId, one.channelAddress]] : []))
    );

    async function asked(conversationId: string): Promise<Pick<Heard, 'agent' | 'hasEnded'>> {
        const whole = wholeIn(await asking.whole(conversationId));
        if (whole === undefined) return { hasEnded: true };
        const participant = servingAgent(whole.seen, repIds);
        const communicationId = participant && whole.communications.get(participant.id);
        return {
            hasEnded: hasEnded(whole.seen),
            ...(participant === undefined || communicationId === undefined
                ? {}
                : { agent: { participantId: participant.id, communicationId } })
        };
    }

    return async (seen, before) => {
        const queueIds = seen.participants.map(({ queueId = '' }) => queueId);
        const channelAddress =
            before?.channelAddress ?? queueIds.map((id) => addresses.get(id)).find((one) => one !== undefined);
        if (channelAddress === undefined) return undefined;
        const isAsBefore =
            servingAgent(seen, repIds)?.id === before?.agent?.participantId &&
            hasEnded(seen) === (before?.hasEnded ?? false);
        if (isAsBefore) return before ?? { channelAddress, hasEnded: false };
        return { channelAddress, ...(await asked(seen.id)) };
    };
}

/** Undefined where it is no conversation. */
function wholeIn(
    data: unknown
): { readonly seen: SeenConversation; readonly communications: ReadonlyMap<string, string> } | undefined {
    const conversation = new Members(data, '', []);
    const id = conversation.id('id');
    if (id === undefined) return undefined;
    const communications = new Map<string, string>();
    const participants = conversation.objects('participants').map((participant) => {
        const all = participant.objects('messages');
        const last = all.findLast((one) => one.id('state')?.toLowerCase() === 'connected') ?? all.at(-1);
        const participantId = participant.id('id') ?? '';
        const communicationId = last?.id('id');
        if (communicationId !== undefined) communications.set(participantId, communicationId);
        const userId = participant.id('userId');
        return {
            id: participantId,
            purpose: (participant.id('purpose') ?? '').toLowerCase(),
            state: (last?.id('state') ?? 'disconnected').toLowerCase(),
            isMonitoring: participant.id('monitoredParticipantId') !== undefined,
            messages: [],
            ...(userId === undefined ? {} : { userId })
        };
    });
    return { seen: { id, participants }, communications };
}
