import type { FieldDescriptions, FieldValue } from 'c/attributeMapping';
import type { UnsavedField } from 'c/taskSync';
import { namingRecords } from './linkedRecords.ts';
import { MutationRefused } from './mutations.ts';
import { faultOf } from './taskFaults.ts';
import type { Fault } from './taskFaults.ts';

type Values = Record<string, FieldValue>;

/** One write, tried with fewer fields until the org takes it. */
export interface Sending {
    readonly changes: 'create' | 'update';
    /** Sends values to one Task; resolves its id. */
    readonly send: (values: Values) => Promise<string>;
    /** What goes along with each try, by what was refused until then: the list of unsaved fields on the Task. */
    readonly along: (unsaved: readonly UnsavedField[]) => Values;
    /** Filled with what was refused. */
    readonly unsaved: UnsavedField[];
    /** Filled with the org's own words about it. */
    readonly details: string[];
}

/** Instead of an id: a Task with this key exists already. */
export const DUPLICATE = 'duplicate';

/** Instead of an id: every field was refused, so nothing was sent. */
export const NOTHING_LEFT = '';

/**
 * Sends what the org takes, and learns: a field that it refuses is named in `unsaved` and left out of the next try, so
 * that one field never costs the whole save. Each try has fewer fields than the one before.
 */
export function createLearningSender(
    fields: () => FieldDescriptions
): (values: Values, sending: Sending) => Promise<string> {
    /** Refused for this user on this page, whatever the value. */
    const learnt = new Map<string, UnsavedField>();

    async function sendAllowed(values: Values, sending: Sending): Promise<string> {
        const known = Object.keys(values).flatMap((name) => learnt.get(name) ?? []);
        sending.unsaved.push(...known);
        return attempt(leave(values, known), sending);
    }

    async function attempt(values: Values, sending: Sending): Promise<string> {
        const along = leave(
            sending.along(sending.unsaved),
            [...learnt.keys()].filter((name) => !Object.hasOwn(values, name))
        );
        const all = { ...values, ...along };
        if (Object.keys(all).length === 0 || (sending.changes === 'create' && Object.keys(values).length === 0)) {
            return NOTHING_LEFT;
        }
        try {
            return await sending.send(all);
        } catch (error) {
            if (!(error instanceof MutationRefused)) {
                throw error;
            }
            const links = namingRecords(values, fields());
            const fault = faultOf(error.errors, Object.keys(all), { changes: sending.changes, links });
            if (fault.kind === 'duplicate') {
                return DUPLICATE;
            }
            if (fault.kind === 'failure') {
                throw fault.error;
            }
            return withoutRefused(fault, values, Object.keys(along), sending);
        }
    }

    async function withoutRefused(
        fault: Extract<Fault, { kind: 'fields' | 'someField' }>,
        values: Values,
        along: readonly string[],
        sending: Sending
    ): Promise<string> {
        const suspects = fault.names.filter((name) => Object.hasOwn(values, name));
        if (fault.kind === 'someField' && suspects.length > 1) {
            // The org refused without a name: what is above suspicion goes first, then halves find the field, and everything
            // else is saved. What a new Task is found by comes first, so that a page that stops between the halves leaves none
            // that nobody finds.
            const others = Object.keys(values).filter((name) => !suspects.includes(name));
            const later = others.length > 0 ? suspects : suspects.slice(Math.ceil(suspects.length / 2));
            const sooner = Object.keys(values).filter((name) => !later.includes(name));
            const first = await attempt(leave(values, later), sending);
            const second = await attempt(leave(values, sooner), sending);
            return first === NOTHING_LEFT || second === DUPLICATE ? second : first;
        }
        const refused = refusals(fault, suspects, along);
        for (const one of refused) {
            // A value that does not fit says nothing about the next value; a forbidden field stays forbidden.
            if (one.code === 'forbidden') {
                learnt.set(one.field, one);
            }
        }
        sending.unsaved.push(...refused.filter(({ field }) => Object.hasOwn(values, field)));
        if (fault.kind === 'fields' && fault.detail !== undefined) {
            sending.details.push(fault.detail);
        }
        return attempt(leave(values, refused), sending);
    }

    return sendAllowed;
}

/** What goes along is no field of the caller's: where it is refused it is left out and forgotten. */
function refusals(
    fault: Extract<Fault, { kind: 'fields' | 'someField' }>,
    suspects: readonly string[],
    along: readonly string[]
): UnsavedField[] {
    const { code, reason } = fault;
    const isBlamed = fault.kind === 'fields' || code === 'forbidden' || suspects.length === 0;
    const blamed = isBlamed ? along.filter((name) => fault.names.includes(name)) : [];
    return [
        ...suspects.map((field) => ({ field, code, ...(reason === undefined ? {} : { reason }) })),
        ...blamed.map((field) => ({ field, code: 'forbidden' as const }))
    ];
}

function leave(values: Values, out: readonly (UnsavedField | string)[]): Values {
    const names = new Set(out.map((one) => (typeof one === 'string' ? one : one.field)));
    return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}
