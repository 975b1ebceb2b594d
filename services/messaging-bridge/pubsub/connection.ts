import { Client, credentials, Metadata } from '@grpc/grpc-js';
import type { ClientDuplexStream, MethodDefinition } from '@grpc/grpc-js';
import type { FetchRequest, FetchResponse, SchemaInfo, TopicInfo } from './wire.ts';
import { pubSubService } from './wire.ts';

/** What every call carries; asked for anew before each stream. */
export interface Login {
    readonly accessToken: string;
    /** `https://mydomain.my.salesforce.com` */
    readonly instanceUrl: string;
    /** The org's id with 18 characters. */
    readonly organizationId: string;
}

export interface ConnectionOptions {
    /** `api.pubsub.salesforce.com:7443`; `https://` and nothing in front mean TLS, `http://` means none. */
    readonly endpoint: string;
    /** PEM of the authority that signed the server's certificate; otherwise those that Node knows. */
    readonly certificateAuthority?: string | undefined;
    /** A ping after so much silence on the connection, and how long its answer may take. */
    readonly pingMs: number;
    readonly pingAnswerMs: number;
    /** The longest that a single question may take. */
    readonly callMs: number;
}

/** One HTTP/2 connection of its own: a new one is never given a dead one's socket. */
export interface Connection {
    subscribe(): ClientDuplexStream<FetchRequest, FetchResponse>;
    schema(schemaId: string): Promise<SchemaInfo>;
    topic(topicName: string): Promise<TopicInfo>;
    close(): void;
}

/** A hundred events of the largest size that the platform takes do not come in one message, but several might. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;

export const ENDPOINT = 'api.pubsub.salesforce.com:7443';

/** Nothing is sent yet. Questions end with the signal; a stream is its holder's to cancel. Throws Error. */
export function connect(options: ConnectionOptions, login: Login, signal?: AbortSignal): Connection {
    const { address, secure } = addressOf(options.endpoint);
    const { certificateAuthority: authority } = options;
    const client = new Client(
        address,
        secure
            ? credentials.createSsl(authority === undefined ? null : Buffer.from(authority))
            : credentials.createInsecure(),
        {
            'grpc.keepalive_time_ms': options.pingMs,
            'grpc.keepalive_timeout_ms': options.pingAnswerMs,
            // Otherwise clients of one address share a socket, and one that found it dead would be given it again.
            'grpc.use_local_subchannel_pool': 1,
            // Whether and when to try again is decided by Salesforce's error string, in one place.
            'grpc.enable_retries': 0,
            'grpc.max_receive_message_length': LARGEST_MESSAGE
        }
    );
    const service = pubSubService();

    // Not as call credentials: grpc-js refuses those on a connection without TLS.
    function metadata(): Metadata {
        const made = new Metadata();
        try {
            made.set('accesstoken', login.accessToken);
            made.set('instanceurl', login.instanceUrl);
            made.set('tenantid', login.organizationId);
        } catch {
            // What grpc-js says here repeats the value.
            throw new Error('The access token, the instance URL or the organization id cannot be sent in a header.');
        }
        return made;
    }

    function ask<Question, Answer>(method: MethodDefinition<Question, Answer>, question: Question): Promise<Answer> {
        return new Promise((resolve, reject) => {
            const call = client.makeUnaryRequest(
                method.path,
                method.requestSerialize,
                method.responseDeserialize,
                question,
                metadata(),
                { deadline: Date.now() + options.callMs },
                (error, answer) => {
                    signal?.removeEventListener('abort', stop);
                    if (error || answer === undefined) reject(error ?? new Error(`${method.path} answered nothing`));
                    else resolve(answer);
                }
            );
            const stop = (): void => call.cancel();
            signal?.addEventListener('abort', stop, { once: true });
        });
    }

    return {
        subscribe: () =>
            client.makeBidiStreamRequest(
                service.Subscribe.path,
                service.Subscribe.requestSerialize,
                service.Subscribe.responseDeserialize,
                metadata()
            ),
        schema: (schemaId) => ask(service.GetSchema, { schemaId }),
        topic: (topicName) => ask(service.GetTopic, { topicName }),
        close: () => client.close()
    };
}

/** Throws Error naming what was given and what is meant. */
export function assertEndpoint(endpoint: string): void {
    addressOf(endpoint);
}

function addressOf(endpoint: string): { address: string; secure: boolean } {
    const [, scheme, address] = /^(?:(https?):\/\/)?([\w.-]+:\d{1,5}|\[[\da-f:]+\]:\d{1,5})\/?$/i.exec(endpoint) ?? [];
    if (address === undefined) {
        throw new Error(
            `The Pub/Sub endpoint is '${endpoint}'. It is a host and a port, such as api.pubsub.salesforce.com:7443.`
        );
    }
    return { address, secure: scheme?.toLowerCase() !== 'http' };
}
