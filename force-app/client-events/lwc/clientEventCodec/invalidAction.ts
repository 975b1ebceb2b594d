/** An action that the phone would not understand. It was not built, so nothing was sent. */
export class InvalidActionError extends Error {
    /** The argument that is wrong, e.g. `participantContext.transferTargetType`. */
    readonly field: string;
    /** What kind of value was given; never a customer's value. */
    readonly given: string;
    readonly allowed: string;

    constructor(action: string, field: string, given: string, allowed: string) {
        super(`${action}: ${field} was ${given}; give ${allowed}`);
        this.name = 'InvalidActionError';
        this.field = field;
        this.given = given;
        this.allowed = allowed;
    }
}
