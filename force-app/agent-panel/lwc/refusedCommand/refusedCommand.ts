import type { RefusedCommand } from 'c/agentDesk';

/** What the agent asked for cannot be sent. Holds no value that was given. */
export class Refusal extends Error implements RefusedCommand {
    readonly name = 'RefusedCommand';
    readonly reason: RefusedCommand['reason'];

    constructor(reason: RefusedCommand['reason']) {
        super(`The command was not sent: ${reason}.`);
        this.reason = reason;
    }
}
