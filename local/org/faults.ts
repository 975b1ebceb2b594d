/** The faults that can be switched on. */
export const FAULTS = [
    'offline',
    'slow',
    'unauthorized',
    'serverError',
    'tooManyRequests',
    'rowLock',
    'validationRule',
    'requiredField',
    'duplicate',
    'lostAnswer'
] as const;

export type FaultName = (typeof FAULTS)[number];

export interface Fault {
    /** How many more requests it hits; absent means until it is switched off. */
    readonly count?: number;
    /** `slow`: milliseconds before the answer. */
    readonly ms?: number;
    /** `validationRule`: what the rule says. */
    readonly message?: string;
    /** `validationRule`: the fields that the rule names, none unless given. `requiredField`: those that are missing. */
    readonly fields?: readonly string[];
}

export type Faults = Partial<Record<FaultName, Fault>>;

const OTHER_SPELLINGS: Readonly<Record<string, FaultName>> = {
    '401': 'unauthorized',
    '429': 'tooManyRequests',
    '5xx': 'serverError'
};

function faultName(given: string): FaultName {
    const name = OTHER_SPELLINGS[given] ?? given;
    const known = FAULTS.find((fault) => fault === name);
    if (known === undefined) {
        throw new TypeError(`faults: "${given}" is no known fault; known are ${FAULTS.join(', ')}, 401, 429 and 5xx`);
    }
    return known;
}

function whole(name: string, part: string, value: unknown): number {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
        throw new TypeError(`faults: ${part} of "${name}" must be a whole number, 0 or more`);
    }
    return value;
}

function fieldNames(fault: string, value: unknown): string[] {
    if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) {
        throw new TypeError(`faults: fields of "${fault}" must be a list of field names`);
    }
    return value as string[];
}

function readFault(name: FaultName, given: unknown): Fault | undefined {
    if (given === false || given === null || given === 0) {
        return undefined;
    }
    if (given === true) {
        return {};
    }
    if (typeof given === 'number') {
        return name === 'slow' ? { ms: whole(name, 'ms', given) } : { count: whole(name, 'count', given) };
    }
    if (typeof given !== 'object') {
        throw new TypeError(`faults: "${name}" must be true, false, a number or {count, ms, message, fields}`);
    }
    const { count, ms, message, fields } = given as Record<string, unknown>;
    if (count === 0) {
        return undefined;
    }
    return {
        ...(count === undefined || count === null ? {} : { count: whole(name, 'count', count) }),
        ...(ms === undefined || ms === null ? {} : { ms: whole(name, 'ms', ms) }),
        ...(typeof message === 'string' ? { message } : {}),
        ...(fields === undefined || fields === null ? {} : { fields: fieldNames(name, fields) })
    };
}

/** The switchboard of faults: what is on, and how often still. */
export class FaultBoard {
    private faults: Faults = {};

    /** Switches the given faults on or off; others stay as they are. Throws naming the fault that is not understood. */
    switch(given: unknown): void {
        if (typeof given !== 'object' || given === null || Array.isArray(given)) {
            throw new TypeError('faults: must be an object of fault names');
        }
        const next: Faults = { ...this.faults };
        for (const [spelled, value] of Object.entries(given)) {
            const name = faultName(spelled);
            const fault = readFault(name, value);
            if (fault === undefined) {
                delete next[name];
            } else {
                next[name] = fault;
            }
        }
        this.faults = next;
    }

    list(): Faults {
        return { ...this.faults };
    }

    clear(): void {
        this.faults = {};
    }

    /** The fault, if it is on; counts one hit. */
    take(name: FaultName): Fault | undefined {
        const fault = this.faults[name];
        if (fault?.count === undefined) {
            return fault;
        }
        if (fault.count <= 1) {
            delete this.faults[name];
        } else {
            this.faults[name] = { ...fault, count: fault.count - 1 };
        }
        return fault;
    }
}
