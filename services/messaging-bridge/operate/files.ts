import * as z from 'zod';
import type { FileLimits } from '../files/fileSender.ts';
import { USUAL_TYPES } from '../files/mediaTypes.ts';

const MEGABYTE = 1_024 * 1_024;

/** What is fetched of what a rep sends, and from where. */
export const files = z
    .strictObject({
        /** Those below one of them are allowed too. */
        hosts: z
            .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'give names of hosts, such as documentforce.com'))
            .default(['documentforce.com', 'force.com', 'salesforce.com']),
        /** What Genesys Cloud takes at most. */
        mostMegabytes: z.number().positive().max(25).default(25),
        types: z
            .array(z.string().regex(/^[a-z]+\/[a-z0-9.+-]*\*?$/, 'give types such as image/png, or image/*'))
            .default([...USUAL_TYPES]),
        /** How long a message waits for its files; then it goes without those that are missing. */
        withinSeconds: z.number().min(1).max(600).default(60)
    })
    .prefault({});

/** The part of the bridge's configuration that this reads. */
interface Asked {
    readonly files: z.infer<typeof files>;
    readonly salesforce: { readonly loginUrl: string };
}

export function fileLimitsOf({ files: given, salesforce }: Asked): FileLimits {
    const { hosts, mostMegabytes, types } = given;
    const isHere = new URL(salesforce.loginUrl).protocol === 'http:';
    return { hosts, types, mostBytes: Math.floor(mostMegabytes * MEGABYTE), isHere };
}
