/** What a Task says without any mapping, by what the model's phone told: never read from the product. */
import type { TaskCommit, TaskRow, Values } from './org/taskTable.ts';
import type { Handling } from './truth.ts';

/** "Call 1/15/2026, 9:00:01 AM": how a browser in the United States says it. */
export function spelled(time: number): string {
    const at = new Date(time);
    const hour = at.getUTCHours();
    const clock = [
        hour % 12 || 12,
        ...[at.getUTCMinutes(), at.getUTCSeconds()].map((part) => String(part).padStart(2, '0'))
    ];
    const day = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()}`;
    return `Call ${day}, ${clock.join(':')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Every Task that a page made for the handling. */
export function defaultsOf({ conversation, connectedTime }: Handling): Values {
    return {
        Type: 'Call',
        TaskSubtype: 'Call',
        Status: 'Completed',
        CallObject: conversation,
        CallType: 'Inbound',
        ...(connectedTime === undefined
            ? {}
            : {
                  Subject: spelled(connectedTime),
                  ActivityDate: new Date(connectedTime).toISOString().slice(0, 10)
              })
    };
}

/**
 * A Task that was made in parts may lack the last ones where its page died and the browser forgot what it wanted, or where
 * what a page before had made of it is taken for the phone's own.
 */
export function wrongDefaults(handling: Handling, { values }: TaskRow, isTakenForPhones = false): string[] {
    const mayLack = isTakenForPhones || (!handling.heard && !handling.missed);
    const missed =
        handling.connectedTime === undefined && !String(values['Subject']).startsWith('Missed: Call 1/15/2026, ');
    return [
        ...(missed ? ['Subject'] : []),
        ...Object.entries(defaultsOf(handling)).flatMap(([field, value]) =>
            values[field] === value || (mayLack && (values[field] ?? null) === null) ? [] : [field]
        )
    ].map((field) => `${handling.name}: ${field} is ${JSON.stringify(values[field] ?? null)}, by no rule`);
}

/** Fields of the phone's own Task that only the admin's rules or the agent's picks may change. */
export function changedOfPhone(log: readonly TaskCommit[], ruled: readonly string[]): string[] {
    const phones = new Map(log.flatMap((one) => (one.by === 'phone' ? [[one.id, one.given] as const] : [])));
    return log
        .filter(({ by, change }) => by === 'page' && change === 'update')
        .flatMap(({ id, changed, given, order }) =>
            changed.filter((field) => {
                const before = phones.get(id)?.[field] ?? null;
                const texts = log.filter(
                    (one) => one.id === id && one.by !== 'page' && one.order < order && field in one.given
                );
                // Merged texts stand one below the other: below the phone's, or what a person made of it.
                const isJoined = texts.some((one) =>
                    String(given[field]).startsWith(`${String(one.given[field])}\n\n`)
                );
                return before !== null && !ruled.includes(field) && !isJoined;
            })
        )
        .map((field) => `${field} of the phone's own Task was overwritten`);
}
