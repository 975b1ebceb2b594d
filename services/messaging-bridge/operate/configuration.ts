import { endpointsAt, endpointsOf, plainMistake, readConfigurationText } from '@switchboard/genesys-api';
import * as z from 'zod';
import { assertEndpoint } from '../pubsub/connection.ts';
import { alsoTell } from './alsoTell.ts';
import { channels, reps } from './channels.ts';
import { files } from './files.ts';
import { secret } from './secretReference.ts';

/** A check that throws an Error in words for a wrong value. */
const checked = (check: (value: string) => unknown): z.ZodType<string> =>
    z.string().superRefine((value, issue) => {
        try {
            check(value);
        } catch (error) {
            issue.addIssue((error as Error).message);
        }
    });

/** Plain HTTP is for servers on this machine only. */
function assertAddress(value: string): void {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isHere = url !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
    if (
        url === undefined ||
        url.pathname !== '/' ||
        !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere))
    )
        throw new Error('give an https address without a path, such as https://acme.my.salesforce.com');
}
const address = checked(assertAddress).transform((value) => new URL(value).origin);

const name = z.string().regex(/^\w{1,80}$/, 'give an API name: letters, digits and underscores');

const salesforce = z.strictObject({
    /** Gives the bridge's token. */
    loginUrl: address,
    /** Whom the token is meant for. */
    audience: address.default('https://login.salesforce.com'),
    /** Consumer key of the app. */
    clientId: z.string().min(1),
    /** User name of the integration user. */
    user: z.string().min(1),
    privateKey: secret,
    organizationId: z
        .string()
        .regex(/^00D[A-Za-z0-9]{15}$/, 'give the 18 characters of the org’s id, beginning with 00D'),
    pubSub: checked(assertEndpoint).optional(),
    /** PEM of the authority of a Pub/Sub server on this machine. */
    pubSubAuthority: z.strictObject({ file: z.string().min(1) }).optional(),
    /** The Interaction Service. */
    interactions: address,
    /** DeveloperName of the ConversationChannelDefinition. */
    channel: name,
    event: z.string().regex(/^\w{1,80}__e$/, 'give the API name of the platform event, ending in __e'),
    payloadField: z.string().optional(),
    typeField: z.string().optional()
});

const genesys = z
    .strictObject({
        region: checked(endpointsOf).optional(),
        /** A Genesys Cloud on this machine, in the place of a region. */
        baseUrl: checked(endpointsAt).optional(),
        clientId: z.string().min(1),
        clientSecret: secret,
        /** Of the OAuth client. */
        requestsPerMinute: z.int().positive().optional(),
        /** From where else than the region's own servers files of customers may be fetched. */
        fileHosts: z
            .array(
                z
                    .string()
                    .regex(
                        /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/,
                        'give the name of a host, such as files.acme.example'
                    )
            )
            .default([])
    })
    .refine(
        ({ baseUrl, region }) => (region === undefined) !== (baseUrl === undefined),
        'give a region, or a baseUrl for a Genesys Cloud on this machine'
    );

const database = z.union([z.strictObject({ postgres: secret }), z.strictObject({ folder: z.string().min(1) })], {
    error: 'give { "postgres": { "env": "DATABASE_URL" } }, or { "folder": "path" } for one process alone'
});

const configuration = z.strictObject({
    salesforce,
    genesys,
    database,
    channels,
    reps,
    files,
    alsoTell,
    /** Where the notifications of open messaging integrations come in. */
    webhook: z
        .strictObject({ host: z.string().min(1).default('127.0.0.1'), port: z.int().min(1).max(65_535) })
        .optional(),
    /** What was written longer ago is set aside, and the rep told. */
    maxAgeHours: z.number().positive().max(72).default(24),
    /** How long Genesys Cloud may take to show a message that it has taken; what it does not show then is set aside. */
    showsWithinSeconds: z.number().min(1).max(300).default(20),
    /** How long what has ended is kept, with what it says. */
    keepDays: z
        .strictObject({
            delivered: z.number().positive().max(30).default(1),
            /** What was not delivered, and what nobody could read. */
            setAside: z.number().min(1).max(365).default(30)
        })
        .prefault({}),
    /** Where health, metrics and the status page are served; nowhere without it. They tell no secret and take no command. */
    status: z
        .strictObject({ host: z.string().min(1).default('127.0.0.1'), port: z.int().min(0).max(65_535) })
        .optional(),
    /** Conversations at the same time in this process. */
    conversationsAtOnce: z.int().min(1).max(200).default(16),
    /** As long as more waits, Salesforce is asked for nothing. */
    mostWaiting: z.int().min(100).max(1_000_000).default(10_000)
});

export type BridgeConfiguration = z.output<typeof configuration>;

/** Reads a configuration. Throws an Error that names each key that is wrong, what is allowed, and never a secret. */
export function readBridgeConfiguration(text: string): BridgeConfiguration {
    const read = configuration.safeParse(readConfigurationText(text), { error: plainMistake });
    if (read.success) return read.data;
    const lines = read.error.issues.map(
        ({ message, path }) => `  ${path.join('.') || 'the configuration'}: ${message}`
    );
    throw new Error(`The configuration cannot be used:\n${lines.join('\n')}`);
}
