import type { Statements } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { ROUTING_ENDED } from './requestedRouting.ts';

/** What became of something that Salesforce was asked to do. `perhaps`: it left, and no answer came. */
export type Done = 'none' | 'perhaps' | 'done' | 'undone';

/** How far a routing has come. */
export interface Routing {
    readonly seq: number;
    readonly routingType: string;
    /** POST /route */
    readonly route: Done;
    /** POST /agentWork */
    readonly work: Done;
    /** POST /routingResult */
    readonly answer: Done;
    /** The rep who is to have the work. */
    readonly userId?: string;
    readonly workItemId?: string;
    readonly correlationId?: string;
    readonly agentWorkId?: string;
    readonly isAccepted: boolean;
    /** `failed`: it came to nothing here. `cancelled`: Salesforce ended it. */
    readonly ended?: 'failed' | 'cancelled';
    /** Why it failed. Holds nothing of anybody. */
    readonly reason?: string;
    /** What Salesforce said about that: for the rep, never for a log. */
    readonly said?: string;
}

interface Row extends Readonly<Record<string, unknown>> {
    readonly seq: number | string;
    readonly routing_type: string;
    readonly route: Done;
    readonly work: Done;
    readonly answer: Done;
    readonly user_id: string | null;
    readonly work_item_id: string | null;
    readonly correlation_id: string | null;
    readonly agent_work_id: string | null;
    readonly is_accepted: boolean;
    readonly ended: 'failed' | 'cancelled' | null;
    readonly reason: string | null;
    readonly said: string | null;
}

/** What is known of a routing before anything has been done; what was known stays. */
export async function beginRouting(
    statements: Statements,
    { lane, seq }: Entry,
    given: { readonly routingType: string; readonly userId?: string; readonly workItemId?: string }
): Promise<void> {
    await statements.query(
        `insert into bridge_routings (seq, lane, routing_type, user_id, work_item_id) values ($1, $2, $3, $4, $5)
         on conflict (seq) do update set
             user_id = coalesce(bridge_routings.user_id, excluded.user_id),
             work_item_id = coalesce(bridge_routings.work_item_id, excluded.work_item_id)`,
        [seq, lane, given.routingType, given.userId ?? null, given.workItemId ?? null]
    );
}

const COLUMNS = `seq, routing_type, route, work, answer, user_id, work_item_id, correlation_id, agent_work_id,
    is_accepted, ended, reason, said`;

/**
 * How far a routing has come. One that a RoutingResult which waits behind it ends is `cancelled`: the event stands in
 * the lane since the transaction that stored it.
 */
export async function routingOf(statements: Statements, seq: number): Promise<Routing> {
    const [row] = await statements.query<Row>(
        `select ${COLUMNS.replace('ended,', '')}, case when exists (
             select from bridge_entries
             where lane = bridge_routings.lane and seq > bridge_routings.seq and kind = $2 and state = 'waiting'
                 and body->>'routingType' = routing_type
         ) then 'cancelled' else ended end as ended
         from bridge_routings where seq = $1`,
        [seq, ROUTING_ENDED]
    );
    if (row === undefined) throw new TypeError(`There is no routing ${seq}.`);
    return routingIn(row);
}

/** The last routing of this kind that was asked for before the entry; undefined where none is kept. */
export async function routingBefore(
    statements: Statements,
    { lane, seq }: Pick<Entry, 'lane' | 'seq'>,
    routingType?: string
): Promise<Routing | undefined> {
    const [row] = await statements.query<Row>(
        `select ${COLUMNS} from bridge_routings
         where lane = $1 and seq < $2 and ($3::text is null or routing_type = $3) order by seq desc limit 1`,
        [lane, seq, routingType ?? null]
    );
    return row && routingIn(row);
}

/** The routing in a lane that gave this work to a rep. */
export async function routingWithWork(
    statements: Statements,
    lane: string,
    workId: string
): Promise<Routing | undefined> {
    const [row] = await statements.query<Row>(
        `select ${COLUMNS} from bridge_routings
         where lane = $1 and left(agent_work_id, 15) = left($2, 15) order by seq desc limit 1`,
        [lane, workId]
    );
    return row && routingIn(row);
}

function routingIn(row: Row): Routing {
    const texts = {
        userId: row.user_id,
        workItemId: row.work_item_id,
        correlationId: row.correlation_id,
        agentWorkId: row.agent_work_id,
        ended: row.ended,
        reason: row.reason,
        said: row.said
    };
    const known = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)) as Partial<Routing>;
    const { answer, route, work } = row;
    return {
        ...known,
        seq: Number(row.seq),
        routingType: row.routing_type,
        route,
        work,
        answer,
        isAccepted: row.is_accepted
    };
}

/** Keeps what has been learned of a routing. What is known already stays. */
export async function learn(
    statements: Statements,
    seq: number,
    known: Partial<Pick<Routing, 'userId' | 'workItemId' | 'correlationId' | 'agentWorkId' | 'isAccepted'>>
): Promise<void> {
    await statements.query(
        `update bridge_routings set
             user_id = coalesce(user_id, $2), work_item_id = coalesce(work_item_id, $3),
             correlation_id = coalesce($4, correlation_id), agent_work_id = coalesce(agent_work_id, $5),
             is_accepted = is_accepted or $6
         where seq = $1`,
        [
            seq,
            known.userId ?? null,
            known.workItemId ?? null,
            known.correlationId ?? null,
            known.agentWorkId ?? null,
            known.isAccepted ?? false
        ]
    );
}

/** What Salesforce does once for a routing. */
export type Deed = 'route' | 'work' | 'answer';

/** What was undone stays so, and what was done never becomes doubtful again: a late worker may say either. */
export async function setDone(statements: Statements, seq: number, deed: Deed, done: Done): Promise<void> {
    await statements.query(
        `update bridge_routings set ${deed} = $2
         where seq = $1 and ${deed} <> 'undone' and not (${deed} = 'done' and $2 in ('none', 'perhaps'))`,
        [seq, done]
    );
}

/** The routing comes to nothing; the first reason counts. */
export async function endRouting(
    statements: Statements,
    seq: number,
    ended: 'failed' | 'cancelled',
    why: Pick<Routing, 'reason' | 'said'> = {}
): Promise<void> {
    await statements.query(
        `update bridge_routings set ended = $2, reason = $3, said = $4 where seq = $1 and ended is null`,
        [seq, ended, why.reason ?? null, why.said ?? null]
    );
}
