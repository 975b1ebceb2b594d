/** A text of 1 to `most` characters. Throws a RangeError that names the member and how long it is. */
export function text(member: string, given: string, most: number): string {
    if (given.length < 1 || given.length > most)
        throw new RangeError(`${member} must have 1 to ${most} characters; it has ${given.length}`);
    return given;
}

/** Milliseconds since 1970, whole. */
export function moment(member: string, given: number): number {
    if (!Number.isSafeInteger(given) || given < 0)
        throw new RangeError(`${member} must be milliseconds since 1970, a whole number; it is ${given}`);
    return given;
}

/** The 15 characters that the Interaction Service wants (10012); of an id with 18 they are the first. */
export function workItemId(given: string): string {
    if (!/^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/.test(given))
        throw new RangeError(`workItemId must be a record id of 15 or 18 characters; it has ${given.length}`);
    return given.slice(0, 15);
}
