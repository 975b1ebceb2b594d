import type { FieldValue } from 'c/attributeMapping';
import type { UnsavedField } from 'c/taskSync';
import { faultOf } from './taskFaults.ts';
import type { Fault } from './taskFaults.ts';

type Values = Record<string, FieldValue>;

/** Sends values to one Task; resolves its id. */
export type Send = (values: Values) => Promise<string>;

/** Instead of an id: a Task with this key exists already. */
export const DUPLICATE = 'duplicate';
/** Instead of an id: every field was refused, so nothing was sent. */
export const NOTHING_LEFT = '';

/** The org answered a mutation with errors. */
export class MutationRefused extends Error {
    readonly errors: unknown;

    constructor(errors: unknown) {
        super('The org refused the mutation.');
        this.errors = errors;
    }
}

/**
 * Sends what the org takes, and learns: a field that it refuses is named in `unsaved` and left out of the next try, so
 * that one field never costs the whole save. Each try has fewer fields than the one before.
 */
export function createLearningSender(): (values: Values, unsaved: UnsavedField[], send: Send) => Promise<string> {
    /** Refused for this user on this page, whatever the value. */
    const learnt = new Map<string, UnsavedField>();

    async function sendAllowed(values: Values, unsaved: UnsavedField[], send: Send): Promise<string> {
        const known = Object.keys(values).flatMap((name) => learnt.get(name) ?? []);
        unsaved.push(...known);
        return attempt(leave(values, known), unsaved, send);
    }

    async function attempt(values: Values, unsaved: UnsavedField[], send: Send): Promise<string> {
        if (Object.keys(values).length === 0) {
            return NOTHING_LEFT;
        }
        try {
            return await send(values);
        } catch (error) {
            if (!(error instanceof MutationRefused)) {
                throw error;
            }
            const fault = faultOf(error.errors, Object.keys(values));
            if (fault.kind === 'duplicate') {
                return DUPLICATE;
            }
            if (fault.kind === 'failure') {
                throw fault.error;
            }
            return withoutRefused(fault, values, unsaved, send);
        }
    }

    async function withoutRefused(
        fault: Extract<Fault, { kind: 'fields' | 'someField' }>,
        values: Values,
        unsaved: UnsavedField[],
        send: Send
    ): Promise<string> {
        const names = Object.keys(values);
        if (fault.kind === 'someField' && names.length > 1) {
            // The org refused without a name: halves find the field, and everything else is saved.
            const middle = Math.ceil(names.length / 2);
            const first = await attempt(leave(values, names.slice(middle)), unsaved, send);
            const second = await attempt(leave(values, names.slice(0, middle)), unsaved, send);
            return first === NOTHING_LEFT || second === DUPLICATE ? second : first;
        }
        const refused =
            fault.kind === 'fields' ? fault.names.map((field) => refusal(field, fault)) : names.map(forbidden);
        for (const one of refused) {
            // A value that does not fit says nothing about the next value; a forbidden field stays forbidden.
            if (one.code === 'forbidden') {
                learnt.set(one.field, one);
            }
        }
        unsaved.push(...refused);
        return attempt(leave(values, refused), unsaved, send);
    }

    return sendAllowed;
}

function leave(values: Values, out: readonly (UnsavedField | string)[]): Values {
    const names = new Set(out.map((one) => (typeof one === 'string' ? one : one.field)));
    return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

function refusal(field: string, { code, reason }: Extract<Fault, { kind: 'fields' }>): UnsavedField {
    return { field, code, ...(reason === undefined ? {} : { reason }) };
}

function forbidden(field: string): UnsavedField {
    return { field, code: 'forbidden' };
}
