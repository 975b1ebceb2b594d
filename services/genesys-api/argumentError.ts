/** A value that cannot be sent. Names the field and never holds the value: it may be a customer's. */
export class ArgumentError extends Error {
    override readonly name = 'ArgumentError';
    /** `conversationId`, `to[0].email` */
    readonly field: string;
    /** What kind of value was given, in words. */
    readonly given: string;
    /** What is allowed, in words. */
    readonly allowed: string;

    constructor(field: string, given: string, allowed: string) {
        super(`${field} is ${given}. Allowed: ${allowed}.`);
        this.field = field;
        this.given = given;
        this.allowed = allowed;
    }
}
