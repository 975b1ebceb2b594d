import { status } from '@grpc/grpc-js';
import type { Metadata } from '@grpc/grpc-js';

/**
 * What follows: `newToken` sign in again; `backOff` and `restart` come back soon, where we were; `earliest` come back at the
 * oldest event kept; `longWait` nothing helps soon; `stop` somebody must change something first.
 */
export type Reaction = 'newToken' | 'backOff' | 'restart' | 'earliest' | 'longWait' | 'stop';

export interface Failure {
    readonly reaction: Reaction;
    /** In words, with what to do. Holds no token and no content. */
    readonly text: string;
    /** Salesforce's own string without its common beginning, such as `service.unavailable`. */
    readonly error?: string;
    /** The name of the gRPC status, such as `UNAVAILABLE`. */
    readonly status?: string;
    /** The words of grpc-js or of Salesforce, at most 200 characters: a certificate that is not trusted, an address that is none. */
    readonly said?: string;
    /** What Salesforce's support asks for. */
    readonly rpcId?: string;
}

const COMMON = 'sfdc.platform.eventbus.grpc.';
const TOPIC = 'Check the name of the platform event in the configuration, and that it is deployed in this org.';

/** By the string and not by the status: `service.unavailable` has been seen with INTERNAL as well. */
const MEANINGS: readonly (readonly [RegExp, Reaction, string])[] = [
    [/^service\.auth\.headers\.invalid$/, 'longWait', 'Salesforce cannot read the sign-in. Check the organization id.'],
    [/^service\.auth\./, 'newToken', 'Salesforce no longer takes this access token.'],
    [
        /^service\.tenant\.license$/,
        'stop',
        'This org has no licence for the Pub/Sub API. Ask Salesforce to enable it, then start again.'
    ],
    [/^topic\.(not\.found|validation\.empty)$/, 'stop', `Salesforce knows no such topic. ${TOPIC}`],
    [
        /^(subscription\.topic\.cannot\.subscribe|topic\.meta\.permission)$/,
        'stop',
        'The user of the bridge may not read this platform event. Give the user read access to it, then start again.'
    ],
    [
        /^subscription\.fetch\.replayid\.corrupted$/,
        'earliest',
        'Salesforce no longer knows how far this topic has been read. Reading begins again at the oldest event that it keeps (72 hours); what was handled before is recognised.'
    ],
    [
        /^subscription\.fetch\.replayid\.validation\.failed$/,
        'stop',
        'The bridge asked to go on where it was without saying where. Start it anew with an explicit beginning.'
    ],
    [
        /^subscription\.fetch\.(topic\.mismatch|requested\.events\.invalid|request\.invalid)$/,
        'stop',
        'Salesforce takes the request of the bridge for wrong. This is a fault of the bridge.'
    ],
    [
        /^subscription\.limit\.exceeded$/,
        'longWait',
        'The org has used up its event deliveries for 24 hours. Use fewer subscribers, or buy the add-on.'
    ],
    [
        /^concurrent\.client\.limit\.exceeded$/,
        'longWait',
        'The org has as many Pub/Sub clients as it may have. Stop another one.'
    ],
    [/^subscription\.fetch\.(replay\.repeated|overflow)$/, 'restart', 'Salesforce ended the stream: its order broke.'],
    [/^schema\.meta\.permission$/, 'longWait', 'The user of the bridge may not read the schema of this event.']
];

/** Without a string that is known. */
const BY_STATUS: Readonly<Record<number, readonly [Reaction, string]>> = {
    [status.UNAUTHENTICATED]: ['newToken', 'Salesforce no longer takes this access token.'],
    [status.PERMISSION_DENIED]: [
        'longWait',
        'Salesforce refuses this user. Check the organization id and the permissions of the user of the bridge.'
    ],
    [status.NOT_FOUND]: ['longWait', `Salesforce does not find what was asked for. ${TOPIC}`],
    [status.INVALID_ARGUMENT]: ['longWait', 'Salesforce refuses the request of the bridge.'],
    [status.UNIMPLEMENTED]: ['longWait', 'What answers there is no Pub/Sub API. Check the endpoint.']
};

/** How a call ended, from its gRPC status. A stream that the other side ended with OK is a failure too. */
export function failureOf(ended: { code: number; details?: string; metadata?: Metadata }): Failure {
    const { code, details = '', metadata } = ended;
    const named = first(metadata, 'error-code') ?? /sfdc\.platform\.eventbus\.grpc\.[\w.]*\w/.exec(details)?.[0];
    const error = named?.startsWith(COMMON) ? named.slice(COMMON.length) : named;
    const rpcId = first(metadata, 'rpc-id');
    const [reaction, text] = meaning(error, code);
    return {
        reaction,
        text,
        status: status[code] ?? String(code),
        ...(details === '' ? {} : { said: details.slice(0, 200) }),
        ...(error === undefined ? {} : { error }),
        ...(rpcId === undefined ? {} : { rpcId })
    };
}

function meaning(error: string | undefined, code: number): readonly [Reaction, string] {
    const known = error === undefined ? undefined : MEANINGS.find(([pattern]) => pattern.test(error));
    if (known !== undefined) return [known[1], known[2]];
    const bare = error === undefined ? BY_STATUS[code] : undefined;
    return bare ?? ['backOff', code === status.OK ? 'Salesforce ended the stream.' : 'The stream to Salesforce broke.'];
}

function first(metadata: Metadata | undefined, name: string): string | undefined {
    const value = metadata?.get(name)[0];
    return value === undefined || value.length === 0 ? undefined : String(value);
}

/** The error of a single question: a gRPC status, or something that never left this computer. */
export function failureOfError(error: unknown): Failure {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
        const { code, message } = error;
        const metadata = 'metadata' in error ? (error.metadata as Metadata) : undefined;
        return failureOf({ code, details: message, ...(metadata === undefined ? {} : { metadata }) });
    }
    return { reaction: 'backOff', text: error instanceof Error ? error.message : 'The stream to Salesforce broke.' };
}
