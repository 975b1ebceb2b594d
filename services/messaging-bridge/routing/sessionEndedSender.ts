import { REPEATABLE } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import { callOnce } from '../genesys/callOnce.ts';
import type { Genesys } from '../genesys/topologies.ts';
import type { Database } from '../store/database.ts';
import { endLink, linkOf } from '../store/links.ts';
import { workItemOf } from '../store/workItems.ts';
import type { SessionEnded } from './agentEntries.ts';
import { whoServes } from './genesysAgents.ts';
import { changeReps, forgetReps, named } from './repsThere.ts';

interface Part {
    /** Of Genesys Cloud. */
    readonly conversationId: string;
}

const SENT: Sent = { kind: 'sent' };

/**
 * Ends a conversation at Genesys Cloud when it has ended in Salesforce. The link stays for a month: should the
 * customer write again, the next session goes on by it.
 */
export function createSessionEndedSender({
    database,
    genesys
}: {
    readonly database: Database;
    readonly genesys: Genesys;
}): Sender {
    return {
        async plan({ body }): Promise<readonly Part[]> {
            const { closedBy, conversation, sessionId } = body as SessionEnded;
            if (closedBy !== undefined) {
                const there = await changeReps(database, conversation, { joined: [], left: [closedBy] });
                if (there.length > 0) return [];
            }
            const current = await workItemOf(database, conversation);
            // The customer has written again meanwhile: another session has begun.
            if (sessionId !== undefined && current !== undefined && named(current) !== named(sessionId)) return [];
            await forgetReps(database, conversation);
            await endLink(database, conversation);
            const link = await linkOf(database, conversation);
            return link?.conversationId === undefined ? [] : [{ conversationId: link.conversationId }];
        },
        async send({ body, leaving, signal }): Promise<Sent> {
            const { conversationId } = body as Part;
            const shown = await whoServes(genesys, conversationId, signal);
            if (shown === 'unreachable') return { kind: 'notNow', reason: 'Genesys Cloud does not say who serves' };
            if (shown === 'notThere' || (shown.agents.length === 0 && !shown.isQueued)) return SENT;
            const given = {
                conversationId,
                state: 'disconnected',
                participants: [],
                startTime: shown.startTime ?? new Date(0).toISOString()
            };
            return callOnce(genesys.client, 'patch_message', given, { leaving, signal }, () => conversationId);
        },
        // To end it twice is to end it once.
        ...REPEATABLE
    };
}
