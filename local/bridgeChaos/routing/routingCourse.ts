/** What one routing came to, by the calls that Salesforce’s Interaction Service has taken; no word of the bridge's own. */

/** Who is to be found. */
export type Target =
    | { readonly kind: 'rep'; readonly userId: string }
    | { readonly kind: 'queue'; readonly queueId: string }
    /** `finds`: the rep whom the flow names; undefined where it falls back to its queue. */
    | { readonly kind: 'flow'; readonly flowId: string; readonly queueId: string; readonly finds?: string }
    | { readonly kind: 'external' }
    /** As the channel is set up. */
    | { readonly kind: 'channel' }
    /** A closed flow, a rep who may not, a bot. */
    | { readonly kind: 'nobody' };

/** One routing as Salesforce knows it. Each has a conversation of its own. */
export interface AskedRouting {
    readonly conversation: string;
    readonly eventId: string;
    readonly routingType: string;
    readonly target: Target;
    /** CreatedDate of the event; epoch milliseconds, as all moments here. */
    readonly askedAt: number;
    /** When the event came out, where that was later. */
    readonly publishedAt?: number;
    /** When Salesforce has ended it by itself. With the customer's session it ends searches and works itself, too. */
    readonly ended?: { readonly at: number; readonly why: 'time' | 'cancelled' | 'sessionOver' };
}

/** A call that the Interaction Service has taken. */
export interface TakenCall {
    readonly at: number;
    readonly call: string;
    readonly body: unknown;
    readonly answer: object;
}

export type Outcome = 'succeeded' | 'failed' | 'timedOut' | 'cancelled' | 'open';

export interface Course {
    readonly outcome: Outcome;
    readonly late: number;
    readonly isStanding: boolean;
    readonly isDoubled: boolean;
    readonly wrong?: string;
    readonly isNeedless: boolean;
}

/** Whoever can be found is found, as long as the minute is not nearly over. */
const IN_TIME_MS = 50_000;

type Members = Readonly<Record<string, unknown>>;

/** `calls` are those about its conversation. */
export function courseOf(routing: AskedRouting, calls: readonly TakenCall[]): Course {
    const works = new Map<string, { readonly userId: string; isActive: boolean }>();
    let search: Members | undefined;
    let heard: { readonly isSuccess: boolean } | undefined;
    let [isDoubled, isNeedless, late] = [false, false, 0];
    let wrong: string | undefined;
    const asIs = (holds: boolean, what: string): void => {
        if (!holds) wrong ??= what;
    };

    for (const { answer, at, body, call } of calls) {
        const [given, told] = [body as Members, answer as Members];
        switch (call) {
            case 'POST /route':
                asIs(heard?.isSuccess !== true, 'a search after success');
                asIs(isSearchFor(routing, given), 'a search for somebody else');
                if (told['success'] !== true) break;
                if (search?.['isOver'] === false) isDoubled = true;
                search = { ...told, isOver: false };
                break;
            case 'DELETE /route':
                if (search !== undefined) search = { ...search, isOver: true };
                break;
            case 'POST /agentWork': {
                const context = given['routingContext'] as Members | undefined;
                asIs(heard?.isSuccess !== true, 'work after success');
                asIs(given['userId'] === repFor(routing), 'work for somebody else');
                asIs(
                    routing.target.kind === 'rep'
                        ? context?.['routingCorrelationId'] === routing.eventId
                        : search?.['isOver'] === false &&
                              context?.['routingCorrelationId'] === search['routingCorrelationId'],
                    'work under another name than that of the request or of the search'
                );
                if (works.size > 0) isDoubled = true;
                works.set(String(told['agentWorkId']), { userId: String(given['userId']), isActive: true });
                if (search !== undefined) search = { ...search, isOver: true };
                break;
            }
            case 'PATCH /agentWork':
                works.set(String(given['workId']).slice(0, 15), { userId: '', isActive: given['status'] === 'Accept' });
                break;
            case 'POST /participant':
                for (const work of works.values()) work.isActive = false;
                break;
            case 'POST /routingResult': {
                const isSuccess = given['success'] === true;
                const isLate = routing.ended !== undefined && at >= routing.ended.at;
                late += isLate ? 1 : 0;
                asIs(heard === undefined || heard.isSuccess === isSuccess, 'success and failure');
                asIs(given['externallyRouted'] === (routing.target.kind === 'external'), 'externallyRouted');
                if (isSuccess) asIs(isComplete(routing, search, works.size), 'success before all was done');
                else if (routing.target.kind !== 'nobody' && routing.ended === undefined)
                    isNeedless ||= at < routing.askedAt + IN_TIME_MS;
                heard ??= { isSuccess };
                break;
            }
        }
    }
    const isWorking = [...works.values()].some(({ isActive }) => isActive);
    return {
        outcome: outcomeOf(routing, heard),
        late,
        isStanding: (isWorking || search?.['isOver'] === false) && routing.ended?.why !== 'sessionOver',
        isDoubled,
        isNeedless,
        ...(wrong === undefined ? {} : { wrong })
    };
}

function outcomeOf({ ended }: AskedRouting, heard: { readonly isSuccess: boolean } | undefined): Outcome {
    if (ended !== undefined) return ended.why === 'time' ? 'timedOut' : 'cancelled';
    if (heard === undefined) return 'open';
    return heard.isSuccess ? 'succeeded' : 'failed';
}

const repFor = ({ target }: AskedRouting): string | undefined =>
    target.kind === 'rep' ? target.userId : target.kind === 'flow' ? target.finds : undefined;

const isSearchFor = ({ routingType, target }: AskedRouting, given: Members): boolean => {
    const info = given['routingInfo'] as Members | undefined;
    const flow = info?.['flow'] as Members | undefined;
    if (given['routingType'] !== routingType) return false;
    if (target.kind === 'nobody') return flow !== undefined;
    if (target.kind === 'channel') return info === undefined;
    if (target.kind === 'queue') return info?.['queueId'] === target.queueId && flow === undefined;
    return target.kind === 'flow' && flow?.['flowId'] === target.flowId && flow['queueId'] === target.queueId;
};

function isComplete(routing: AskedRouting, search: Members | undefined, works: number): boolean {
    const { kind } = routing.target;
    if (kind === 'nobody') return false;
    const isSearched = kind === 'queue' || kind === 'flow' || kind === 'channel';
    return isSearched === (search !== undefined) && works === (repFor(routing) === undefined ? 0 : 1);
}
