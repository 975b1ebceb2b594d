import * as z from 'zod';

/** A secret by its name: where it is to be read. */
export const secret = z.union(
    [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
    {
        error: 'a secret is named, not written: { "env": "NAME" } or { "file": "path" }'
    }
);
