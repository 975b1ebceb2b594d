/** In phone mode the phone writes the Task: it is given the values. */
import type { Evidence, HandOver } from './evidence.ts';
import type { Value } from './org/taskTable.ts';
import { verdict } from './tally.ts';
import type { Verdict } from './tally.ts';
import { keyOf, mayBe } from './truth.ts';
import type { Handling } from './truth.ts';

export const say = (value: Value): string => (value === null ? 'empty' : JSON.stringify(value));

/** In phone mode the phone was given the last values. */
export function judgeHandedOver(evidence: Evidence, handling: Handling): Verdict {
    const made = evidence.log.find(
        ({ change, by, user }) => change === 'create' && by === 'page' && user === handling.user
    );
    if (made !== undefined) {
        return verdict('handedOver', [`${handling.name}: a Task was made although the phone makes them`]);
    }
    const { values, orNothing } = mayBe(handling, 'Queue__c');
    if (handling.connectedTime === undefined) return verdict('notWanted');
    if (!handling.heard || orNothing) return verdict('unheard');
    const key = keyOf(handling);
    const last = evidence.handedOver.filter((one) => one.key === key).at(-1);
    const given = (last?.values['Call.QueueName'] ?? null) as Value;
    if (values.includes(given)) return verdict('handedOver');
    if (isFromOlderBrowser(evidence, handling, last)) return verdict('closedBrowser');
    const wanted = values.map(say).join(' or ');
    return verdict('handedOver', [`${handling.name}: the phone was given ${say(given)} and not ${wanted}`]);
}

const valuesTold = (handling: Handling): Value[] => handling.told.get('Queue__c')?.map(({ value }) => value) ?? [];

/** Which of the values that were told was handed over; -1: none. */
function placeOf(handling: Handling, given: HandOver | undefined): number {
    return valuesTold(handling).indexOf((given?.values['Call.QueueName'] ?? null) as Value);
}

/** A browser that never heard the newer value, which another one handed over, hands over what it kept. */
function isFromOlderBrowser(evidence: Evidence, handling: Handling, last: HandOver | undefined): boolean {
    const told = valuesTold(handling);
    const older = placeOf(handling, last);
    return (
        evidence.outOfStep &&
        older >= 0 &&
        evidence.handedOver.some(
            ({ tab, values }) =>
                tab.device !== last?.tab.device && told.indexOf(values['Call.QueueName'] as Value) > older
        )
    );
}
