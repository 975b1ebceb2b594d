import type * as z from 'zod';
import type { Database } from '../../store/database.ts';

/** What commands work with. */
export interface Desk {
    readonly database: Database;
    /** `/event/Switchboard_Outbound__e` */
    readonly topic: string;
}

/** What a command has to say: to a program, and to somebody at a terminal. */
export interface Report {
    readonly data: object;
    readonly text: string;
}

/** It cannot be done as it was asked for; the message says what was given and what is allowed. */
export class CommandRefused extends Error {
    override readonly name = 'CommandRefused';
}

export type Command = (desk: Desk, input: unknown) => Promise<Report>;

/** A command whose input is checked, wherever it comes from. Throws CommandRefused, DatabaseFault. */
export function command<Input>(shape: z.ZodType<Input>, work: (desk: Desk, input: Input) => Promise<Report>): Command {
    return async (desk, input) => {
        const read = shape.safeParse(input);
        if (read.success) return work(desk, read.data);
        const lines = read.error.issues.map(({ message, path }) =>
            [path.join('.'), message].filter(Boolean).join(': ')
        );
        throw new CommandRefused(lines.join('\n'));
    };
}
