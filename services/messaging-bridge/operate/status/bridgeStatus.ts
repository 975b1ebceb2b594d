import type { Database } from '../../store/database.ts';
import { leaderRow } from '../../store/leadership.ts';
import type { LeaderRow } from '../../store/leadership.ts';
import { processRows } from '../../store/processes.ts';
import type { ProcessRow } from '../../store/processes.ts';
import { streamRow } from '../../store/streamStates.ts';
import type { StreamRow } from '../../store/streamStates.ts';
import { asideRows, deliveredLately, waitingNow } from '../../store/backlog.ts';
import type { AsideRow, Delivered, Waiting } from '../../store/backlog.ts';

/** How the bridge stands: numbers, kinds, states and reasons in our words. No text, name or phone number of anybody. */
export interface BridgeStatus {
    readonly database: 'PostgreSQL' | 'embedded';
    readonly topic: string;
    readonly leader?: LeaderRow;
    readonly processes: readonly ProcessRow[];
    readonly stream: StreamRow;
    readonly waiting: Waiting;
    readonly delivered: Delivered;
    /** What somebody has to look at. */
    readonly aside: readonly AsideRow[];
}

/** Throws DatabaseFault. */
export async function bridgeStatus(database: Database, topic: string): Promise<BridgeStatus> {
    const [leader, processes, stream, waiting, delivered, aside] = await Promise.all([
        leaderRow(database),
        processRows(database),
        streamRow(database, topic),
        waitingNow(database),
        deliveredLately(database),
        asideRows(database)
    ]);
    const known = leader === undefined ? {} : { leader };
    const place = database.isShared ? 'PostgreSQL' : 'embedded';
    return { database: place, topic, ...known, processes, stream, waiting, delivered, aside };
}
