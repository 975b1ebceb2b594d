import { endpointsAt, endpointsOf, giveInstead, plainMistake, readConfigurationText } from '@switchboard/genesys-api';
import type { Mistake } from '@switchboard/genesys-api';
import * as z from 'zod';
import { RECIPIENT_WORDS, recipientEntry } from '../callers/recipients.ts';
import { toolNamed, TOOLSETS } from '../tools/tools.ts';
import { namesUpload } from '../media/uploadMediaTool.ts';

/** A PCID goes into headers and log lines: nothing in it can end one. */
export const PCID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

const secret = z
    .union([z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })], {
        error: 'a secret is named, not written: { "env": "NAME" } or { "file": "path" }'
    })
    .describe('where a secret is');

const region = z.string().superRefine((value, issue) => {
    try {
        endpointsOf(value);
    } catch (error) {
        issue.addIssue((error as Error).message);
    }
});

const baseUrl = z.string().superRefine((value, issue) => {
    try {
        endpointsAt(value);
    } catch (error) {
        issue.addIssue((error as Error).message);
    }
});

const tool = z.string().refine((name) => toolNamed(name) !== undefined || namesUpload(name), 'no tool has this name');

const WRONG_RECIPIENT = `no recipient is like this. Give ${RECIPIENT_WORDS}`;
const recipient = z.string(WRONG_RECIPIENT).refine((text) => recipientEntry(text) !== undefined, WRONG_RECIPIENT);

/** The moments of a minute are kept one by one. */
const MOST_PER_MINUTE = 10_000;
const WRONG_COUNT = `give a whole number from 1 to ${MOST_PER_MINUTE}, or leave it out`;
const perMinute = z.int(WRONG_COUNT).min(1, WRONG_COUNT).max(MOST_PER_MINUTE, WRONG_COUNT);

const WRONG_AT_ONCE = 'give a whole number from 1 to 1000, or leave it out';
const atOnce = z.int(WRONG_AT_ONCE).min(1, WRONG_AT_ONCE).max(1_000, WRONG_AT_ONCE);

/** What may be done through a connection, or by a caller. Left out: everything that the connection's own user may. */
const policy = z.strictObject({
    readOnly: z.boolean().optional(),
    toolsets: z.array(z.enum(TOOLSETS)).optional(),
    allow: z.array(tool).optional(),
    deny: z.array(tool).optional(),
    /** To whom may be written. */
    recipients: z.array(recipient, 'give a list: ["@example.com", "+49*"]').optional(),
    callsPerMinute: perMinute.optional(),
    /** What reaches a customer. */
    sendsPerMinute: perMinute.optional(),
    /**
     * For customer-facing and destructive tools, where the client cannot ask its user: `guard` answers a word that the
     * model must give back, `refuse` does nothing, `allow` goes ahead.
     */
    withoutAsking: z.enum(['guard', 'refuse', 'allow']).optional()
});

const GRANTS = 'clientCredentials, refreshToken or accessToken';

/** Of a connection: no object, or one whose `type` is none. */
function wrongGrant(mistake: Mistake): string {
    const { code, input } = mistake;
    if (code === 'invalid_type') return giveInstead(mistake, `an object with the "type" ${GRANTS}`);
    return giveInstead({ input: (input as { readonly type?: unknown }).type }, GRANTS);
}

const clientGrant = z.strictObject({
    type: z.literal('clientCredentials'),
    clientId: z.string().min(1),
    clientSecret: secret
});
const userGrant = z.strictObject({
    type: z.literal('refreshToken'),
    clientId: z.string().min(1),
    clientSecret: secret,
    refreshToken: z.strictObject(
        { file: z.string().min(1) },
        { error: 'a refresh token changes with each use: { "file": "path" }' }
    )
});
const tokenGrant = z.strictObject({ type: z.literal('accessToken'), token: secret });

const connection = z
    .strictObject({
        name: z.string().min(1).optional(),
        region: region.optional(),
        /** A Genesys Cloud on this machine, in the place of a region. */
        baseUrl: baseUrl.optional(),
        grant: z.discriminatedUnion('type', [clientGrant, userGrant, tokenGrant], {
            error: (mistake) => wrongGrant(mistake)
        }),
        policy: policy.optional(),
        /** Of the OAuth client. */
        requestsPerMinute: z.int().positive().optional(),
        /** Calls under way in one process; others wait. */
        callsAtOnce: atOnce.optional()
    })
    .refine(
        ({ region: host, baseUrl: here }) => (host === undefined) !== (here === undefined),
        'give a region, or a baseUrl for a Genesys Cloud on this machine'
    );

const caller = z.strictObject({
    /** The bearer token that it sends. */
    token: secret,
    /** PCIDs. */
    connections: z.array(z.string()).min(1),
    policy: policy.optional()
});

const pcid = z.string().regex(PCID_PATTERN, 'a PCID has letters, digits, dots, hyphens and underscores, at most 100');

const A_CONNECTION =
    'a connection for each PCID: { "support-eu": { "region": "eu_west_1", "grant": { … } } }. "pcid add" writes one';

const configuration = z
    .strictObject({
        connections: z.record(pcid, connection, {
            error: (mistake) => (mistake.code === 'invalid_type' ? giveInstead(mistake, A_CONNECTION) : undefined)
        }),
        callers: z.record(z.string().min(1), caller).optional(),
        /** Used where a call names no connection. */
        defaultConnection: z.string().optional(),
        toolNames: z.enum(['published', 'short']).optional(),
        /** Lists also what the API has and the page does not publish. */
        apiOnlyParameters: z.boolean().optional(),
        /** An update of a conversation may leave out what the page requires and nobody has at hand. */
        relaxedParameters: z.boolean('give true or false, or leave it out').optional(),
        /** Does not send what the API has no more. */
        dropRemovedParameters: z.boolean().optional(),
        /** Several processes behind one address. They need a store that they share. */
        replicas: z.int().positive().optional(),
        store: z.strictObject({ postgres: secret }).optional(),
        /** Offers a tool that brings a file to Genesys Cloud. `folder`: over stdio it may be a file from there. */
        mediaUpload: z.strictObject({ folder: z.string().min(1).optional() }).optional(),
        hosts: z.array(z.string()).optional(),
        origins: z.array(z.string()).optional()
    })
    .superRefine(({ connections, callers = {}, defaultConnection }, issue) => {
        const known = Object.keys(connections);
        const missing = (name: string): boolean => !known.includes(name);
        if (defaultConnection !== undefined && missing(defaultConnection)) {
            issue.addIssue({
                code: 'custom',
                path: ['defaultConnection'],
                message: `no connection has this PCID. There are: ${known.join(', ')}`
            });
        }
        for (const [name, { connections: named }] of Object.entries(callers)) {
            for (const one of named.filter(missing)) {
                issue.addIssue({
                    code: 'custom',
                    path: ['callers', name, 'connections'],
                    message: `"${one}" is no PCID of this configuration. There are: ${known.join(', ')}`
                });
            }
        }
    });

export type Policy = z.infer<typeof policy>;
export type Configuration = z.infer<typeof configuration> & {
    /** What the command line left of every connection. No file has it: the command would take its place. */
    readonly narrowedTo?: Policy | undefined;
};
export type ConnectionSettings = Configuration['connections'][string];

/** With a policy for every connection and caller. Throws where it is none. */
export const narrowedTo = (whole: Configuration, given: object): Configuration => ({
    ...whole,
    narrowedTo: policy.parse(given)
});

/** Throws an Error with a line for each mistake: where it stands, what is allowed. What stands there is not repeated. */
export function readConfiguration(text: string): Configuration {
    const read = configuration.safeParse(readConfigurationText(text), { error: plainMistake });
    if (read.success) return read.data;
    const lines = read.error.issues.map((issue) => {
        // What is wrong with a name is told one level deeper.
        const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
        return `  ${issue.path.join('.') || 'the configuration'}: ${message}`;
    });
    throw new Error(['The configuration cannot be used:', ...lines].join('\n'));
}
