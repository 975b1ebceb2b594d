import type { Sending, Sent } from '../delivery/sender.ts';
import type { InteractionAnswer } from '../salesforce/interactionAnswer.ts';
import type { InteractionCallName } from '../salesforce/interactionCalls.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Database } from '../store/database.ts';
import { sentOf } from '../telling/sentOf.ts';
import type { Deadline } from './deadline.ts';
import type { RequestedRouting } from './requestedRouting.ts';
import { endRouting, setDone } from './routings.ts';
import type { Deed, Routing } from './routings.ts';

/** One step of a routing, with all that it can know. */
export interface Step extends Pick<Sending, 'leaving'> {
    readonly database: Database;
    readonly service: InteractionService;
    readonly asked: Pick<RequestedRouting, 'conversation' | 'conversationIdentifier'>;
    readonly routing: Routing;
}

/** A step towards the answer, within the time that Salesforce gives. */
export interface TimedStep extends Step, Pick<Sending, 'whileHeld'> {
    readonly asked: RequestedRouting;
    readonly deadline: Deadline;
    /** Milliseconds since Salesforce asked, by its own clock. */
    readonly elapsedMs: number;
}

export const SENT: Sent = { kind: 'sent' };
export const OUT_OF_TIME = 'Nobody could be found in time.';

/** A request that is cut off earlier than this would hardly ever be answered. */
const SHORTEST_MS = 500;

/** What a step can do with an answer; everything else is said to whoever runs the lane. */
export type Answered = Extract<InteractionAnswer, { readonly kind: 'done' | 'refused' }>;

export const isAnswered = (answer: Answered | Sent): answer is Answered =>
    answer.kind === 'done' || (answer.kind === 'refused' && 'requestId' in answer);

/** Makes a call whose effect is kept as `deed`: before it leaves it is `perhaps` done. `withinMs` from now. */
export async function call(
    { database, leaving, routing, service, whileHeld }: TimedStep,
    deed: Deed,
    name: InteractionCallName,
    body: object,
    withinMs: number
): Promise<Answered | Sent> {
    const was = routing[deed];
    const notDone = async (): Promise<void> => {
        if (was === 'none') await whileHeld((statements) => setDone(statements, routing.seq, deed, 'none'));
    };
    await setDone(database, routing.seq, deed, 'perhaps');
    let hasLeft = false;
    const leaves = (): void => {
        leaving();
        hasLeft = true;
    };
    let answer: InteractionAnswer;
    try {
        const signal = AbortSignal.timeout(Math.ceil(Math.max(SHORTEST_MS, withinMs)));
        answer = await service(name, body, { leaving: leaves, signal });
    } catch (error) {
        if (!hasLeft) await notDone();
        throw error;
    }
    switch (answer.kind) {
        case 'later':
            await notDone();
            return sentOf(answer);
        case 'refused':
            await notDone();
            return answer;
        case 'unknown':
            return sentOf(answer);
        case 'done':
            return answer;
    }
}

/** The routing comes to nothing: the steps that follow say so, and undo what was done. */
export async function fail({ routing, whileHeld }: TimedStep, reason: string, said?: string): Promise<Sent> {
    const why = { reason, ...(said === undefined ? {} : { said }) };
    await whileHeld((statements) => endRouting(statements, routing.seq, 'failed', why));
    return SENT;
}

/** What Salesforce would not take for its shape is not sent. Undefined: the routing has failed. */
export async function built<T extends object>(step: TimedStep, make: () => T): Promise<T | undefined> {
    try {
        return make();
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        await fail(step, error.message);
        return undefined;
    }
}
