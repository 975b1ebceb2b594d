/** What the record of Salesforce's Interaction Service says of each routing that was asked for; no word of the bridge's own. */
import { courseOf } from './routingCourse.ts';
import type { AskedRouting, Course, Outcome, TakenCall } from './routingCourse.ts';

export interface JudgedRoutings {
    readonly asked: number;
    readonly outcomes: Readonly<Record<Outcome, number>>;
    /** Answers that came after Salesforce had ended the routing. */
    readonly late: number;
    /** The event came out at once, and Salesforce waited the whole minute in vain: whoever could have answered was away. */
    readonly untold: readonly string[];
    /** What must never be, by what it is: each routing of which it is true, with its calls. */
    readonly broken: Readonly<Record<Broken, readonly string[]>>;
}

type Broken =
    /** It came to nothing, and yet somebody works or is looked for. */
    | 'leftStanding'
    /** Two works, or two searches at the same time. */
    | 'doubled'
    /** Not the calls that its target takes, not in their order, or two answers that contradict each other. */
    | 'outOfSequence'
    /** It succeeded, and nobody works or is looked for. */
    | 'missing'
    /** Somebody could be found, there was time, and the bridge said that nobody could be. */
    | 'needless'
    /** Neither heard of nor ended. */
    | 'unended';

export function judgedRoutings(asked: readonly AskedRouting[], record: readonly TakenCall[]): JudgedRoutings {
    const about = byConversation(record);
    const courses = asked.map((routing) => {
        const calls = about.get(routing.conversation) ?? [];
        return { routing, calls, course: courseOf(routing, calls) };
    });
    const outcomes = { succeeded: 0, failed: 0, timedOut: 0, cancelled: 0, open: 0 };
    for (const { course } of courses) outcomes[course.outcome] += 1;
    const named = (is: (course: Course, routing: AskedRouting) => boolean): string[] =>
        courses
            .filter(({ course, routing }) => is(course, routing))
            .map(({ calls, course, routing }) => described(routing, course, calls));
    return {
        asked: asked.length,
        outcomes,
        late: courses.reduce((sum, { course }) => sum + course.late, 0),
        untold: named(
            ({ outcome }, { askedAt, publishedAt = askedAt }) => outcome === 'timedOut' && publishedAt === askedAt
        ),
        broken: {
            leftStanding: named(({ isStanding, outcome }) => isStanding && isOver(outcome)),
            doubled: named(({ isDoubled }) => isDoubled),
            outOfSequence: named(({ wrong }) => wrong !== undefined),
            missing: named(
                ({ isStanding, outcome }, { target }) =>
                    outcome === 'succeeded' && target.kind !== 'external' && !isStanding
            ),
            needless: named(({ isNeedless }) => isNeedless),
            unended: named(({ outcome }) => outcome === 'open')
        }
    };
}

/** A change of work names the work only. */
function byConversation(record: readonly TakenCall[]): Map<string, TakenCall[]> {
    const about = new Map<string, TakenCall[]>();
    const works = new Map<string, string>();
    for (const one of record) {
        const { agentWorkId } = one.answer as { readonly agentWorkId?: string };
        const { workId = '' } = one.body as { readonly workId?: string };
        const conversation = conversationIn(one) ?? works.get(workId.slice(0, 15));
        if (conversation === undefined) continue;
        if (agentWorkId !== undefined) works.set(agentWorkId, conversation);
        about.set(conversation, [...(about.get(conversation) ?? []), one]);
    }
    return about;
}

/** Undefined where the call names none. */
export function conversationIn({ body }: Pick<TakenCall, 'body'>): string | undefined {
    const { conversationIdentifier, routingContext } = body as {
        readonly conversationIdentifier?: string;
        readonly routingContext?: { readonly conversationIdentifier?: string };
    };
    return conversationIdentifier ?? routingContext?.conversationIdentifier;
}

const isOver = (outcome: Outcome): boolean => outcome !== 'succeeded' && outcome !== 'open';

const described = (routing: AskedRouting, { outcome, wrong = '' }: Course, taken: readonly TakenCall[]): string => {
    const { askedAt, conversation, ended, routingType, target } = routing;
    const calls = taken.map(({ at, body, call }) => {
        const { errorMessage = '' } = body as { readonly errorMessage?: unknown };
        return `${((at - askedAt) / 1_000).toFixed(1)} s ${call} ${String(errorMessage)}`.trim();
    });
    const end = ended === undefined ? '' : `; ${ended.why} after ${((ended.at - askedAt) / 1_000).toFixed(1)} s`;
    return `${wrong} ${conversation} ${routingType} ${target.kind} ${outcome}${end}: ${calls.join(', ')}`.trim();
};
