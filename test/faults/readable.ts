/** A schedule in words. */
import { QUESTIONS, USUAL_PROFILE } from './org/profile.ts';
import type { Schedule } from './schedule.ts';
import type { Step } from './steps.ts';

const REST: Readonly<Record<Schedule['rest'], string>> = {
    callsEnd: 'the phone ends all calls',
    neverWrappedUp: 'the phone ends all calls and nobody wraps them up',
    allTabsClose: 'all tabs close, one opens'
};

const LAST: Readonly<Record<Schedule['last'], string>> = {
    nothing: 'the agent does nothing',
    retries: 'the agent tries again',
    retriesAndMerges: 'the agent tries again and merges doubles'
};

function sentence(step: Step): string {
    switch (step.do) {
        case 'phone':
            return `call ${step.call}: ${step.what}`;
        case 'notes':
            return `the agent types notes for call ${step.call}`;
        case 'tab':
            return `tab ${step.which}: ${step.what}`;
        case 'crashSoon':
            return `tab ${step.which} dies after ${step.steps} more steps of its own`;
        case 'pass':
            return `${step.ms} ms pass`;
        case 'network':
            return `${step.count} requests: ${step.fault}`;
        case 'offline':
            return `offline for ${step.ms} ms`;
        case 'refuse':
            return `the org refuses the next save: ${step.what}`;
        case 'session':
            return 'the session expires';
        case 'person':
            return `a person ${step.what} (Task ${step.which})`;
        case 'relate':
            return `the agent picks ${step.pick} for call ${step.call} in tab ${step.which}`;
        case 'meanwhile':
            return `during the ${step.during} of a save: ${step.what}`;
        case 'merge':
            return `the agent merges the doubles that tab ${step.which} shows`;
        case 'phoneRefuses':
            return `the phone refuses ${step.count} hand-overs`;
        case 'clock':
            return `the clock of computer ${step.which} jumps by ${step.ms} ms`;
        case 'otherUser':
            return 'the other user signs in on this browser';
        case 'damage':
            return `kept entry ${step.which} is damaged (${step.how})`;
        case 'grant':
            return 'the admin grants the mapping';
        case 'retry':
            return `the agent tries again in tab ${step.which}`;
    }
}

/** A schedule as lines that a person can follow. */
export function readable({
    seed,
    profile,
    twoBrowsers,
    steps,
    tabs,
    rest,
    parting,
    sleepersWake,
    last
}: Schedule): string[] {
    const odd = QUESTIONS.filter((id) => profile[id] !== USUAL_PROFILE[id]).map((id) => `${id}=${profile[id]}`);
    return [
        `profile: ${odd.length === 0 ? 'the usual answers' : odd.join(', ')}`,
        `latencies: ${seed}${twoBrowsers ? '; two browsers' : ''}${tabs > 1 ? `; ${tabs} tabs` : ''}`,
        ...steps.map((step, index) => `${String(index + 1).padStart(3)}. ${sentence(step)}`),
        `     at rest: ${REST[rest]}${parting === undefined ? '' : `, the last ${parting.count} requests: ${parting.fault}`}${sleepersWake ? '' : ', sleepers sleep on'}; ${LAST[last]}`
    ];
}
