import * as z from 'zod';

/** What the customer is told besides messages. Each one is a message to them, and may cost what one costs. */
export const alsoTell = z
    .strictObject({
        progress: z.boolean().default(false),
        queuePosition: z
            .string()
            .max(500)
            .includes('{position}', { error: 'say where {position} stands, as in "You are number {position}."' })
            .optional()
    })
    .prefault({});
