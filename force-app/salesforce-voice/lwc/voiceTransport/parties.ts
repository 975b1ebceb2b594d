/** Somebody on the line beside the agent. */
export interface Party {
    /** A number, or the name of a quick connect, as it was told. */
    readonly name: string;
    /** Absent while nobody told it, and after a swap. */
    readonly held?: boolean;
}

/** Two numbers are compared by their digits, everything else exactly (V6). */
export function isSameParty(one: string, other: string): boolean {
    return looksLikeNumber(one) && looksLikeNumber(other) ? digits(one) === digits(other) : one === other;
}

function looksLikeNumber(name: string): boolean {
    return /^[+(]?[\d\s().-]{3,}$/.test(name);
}

function digits(name: string): string {
    return name.replace(/\D/g, '');
}

/** The one with this name is as told; one that was not there yet comes last. */
export function withParty(parties: readonly Party[], party: Party): readonly Party[] {
    const known = parties.some(({ name }) => isSameParty(name, party.name));
    return known
        ? parties.map((one) => (isSameParty(one.name, party.name) ? { ...one, ...party, name: one.name } : one))
        : [...parties, party];
}

export function withoutParty(parties: readonly Party[], gone: string): readonly Party[] {
    return parties.filter(({ name }) => !isSameParty(name, gone));
}
