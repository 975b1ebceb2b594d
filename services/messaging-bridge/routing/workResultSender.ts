import { REPEATABLE } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import { addEntries } from '../store/batches.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { agentsLane, PRESENCE, SESSION_ENDED } from './agentEntries.ts';
import type { WorkResult } from './agentEntries.ts';
import { learn, routingBefore, routingOf, routingWithWork, setDone } from './routings.ts';
import type { Routing } from './routings.ts';
import { undoWork } from './stepsBack.ts';

interface Part {
    /** Of the routing whose work is to be taken back. */
    readonly of: number;
}

/** Work that is over cannot be taken back. */
const OVER: readonly string[] = ['Cancelled', 'Closed', 'Declined', 'TransferError', 'Transferred'];

/**
 * Learns what became of a rep's work, and what it is called where no answer has told: work for a routing that had come
 * to nothing by then is taken back.
 */
export function createWorkResultSender({
    database,
    service
}: {
    readonly database: Database;
    readonly service: InteractionService;
}): Sender {
    return {
        async plan(entry): Promise<readonly Part[]> {
            const result = entry.body as WorkResult;
            const routing = await routingFor(database, entry, result);
            const last = await routingBefore(database, entry);
            // The rep has handed over: the customer waits for the next one.
            const isWaiting = last !== undefined && last.seq !== routing?.seq && isUnderWay(last);
            const ends = result.workType === 'Closed' && !isWaiting ? closed(entry, routing?.userId) : [];
            if (routing === undefined) {
                await database.transaction((statements) => addEntries(statements, ends));
                return [];
            }
            await database.transaction(async (statements) => {
                const isAccepted = result.workType === 'Accepted';
                await learn(statements, routing.seq, { agentWorkId: result.workId, isAccepted });
                if (OVER.includes(result.workType)) await setDone(statements, routing.seq, 'work', 'undone');
                else await setDone(statements, routing.seq, 'work', 'done');
                if (isAccepted) await addEntries(statements, joined(entry, routing));
                await addEntries(statements, ends);
            });
            return result.workType === 'Assigned' && routing.ended !== undefined ? [{ of: routing.seq }] : [];
        },
        async send({ body, entry, leaving }): Promise<Sent> {
            const routing = await routingOf(database, (body as Part).of);
            return undoWork({ asked: entry.body as WorkResult, database, leaving, routing, service });
        },
        ...REPEATABLE
    };
}

const isUnderWay = ({ ended, isAccepted, route, work }: Routing): boolean =>
    ended === undefined && !isAccepted && (route === 'done' || work === 'done');

/** The one whose work this is, or the last one of its kind whose work nobody could name. */
async function routingFor(
    database: Database,
    entry: Entry,
    { routingType, workId }: WorkResult
): Promise<Routing | undefined> {
    const known = await routingWithWork(database, entry.lane, workId);
    if (known !== undefined) return known;
    const last = await routingBefore(database, entry, routingType);
    if (last === undefined || last.agentWorkId !== undefined) return undefined;
    return last.work === 'none' && last.route === 'none' ? undefined : last;
}

/** Where nobody tells who joined, this does. */
function joined({ body, key }: Entry, { userId }: Routing): readonly NewEntry[] {
    const { conversation, conversationIdentifier } = body as WorkResult;
    if (userId === undefined) return [];
    const presence = { conversation, conversationIdentifier, joined: [userId], left: [] };
    const lane = agentsLane(conversation);
    return [{ lane, key: `joined:${key}`, kind: PRESENCE, body: presence, createdAt: Date.now() }];
}

function closed({ body, key }: Entry, userId = ''): readonly NewEntry[] {
    const { conversation } = body as WorkResult;
    const ended = { conversation, closedBy: userId };
    const lane = agentsLane(conversation);
    return [{ lane, key: `closed:${key}`, kind: SESSION_ENDED, body: ended, createdAt: Date.now() }];
}
