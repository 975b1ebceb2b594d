import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { ServerDuplexStream, UntypedServiceImplementation } from '@grpc/grpc-js';
import avro from 'avsc';
import type { FetchRequest } from './wire.ts';
import { pubSubService } from './wire.ts';

/** One Subscribe call as the server sees it. */
export interface TestStream {
    readonly token: string;
    readonly requests: readonly FetchRequest[];
    /** Over all requests. */
    readonly requested: number;
    readonly open: boolean;
    /** One response with these events. */
    send(...events: readonly TestEvent[]): void;
    keepAlive(latest: Uint8Array): void;
    end(): void;
    /** Salesforce's string without its beginning. */
    fail(error: string, code?: status): void;
}

export interface TestEvent {
    readonly id: string;
    readonly schemaId: string;
    readonly payload: Buffer;
    readonly replayId: Buffer;
}

export interface PubSubTestServer {
    readonly port: number;
    /** Without TLS: `http://127.0.0.1:41234`. */
    readonly url: string;
    readonly streams: readonly TestStream[];
    /** Waits for it. The first is 0. */
    stream(index: number): Promise<TestStream>;
    /** Called for each new stream when its first request is there. */
    onStream: (stream: TestStream) => void;
    onRequest: (stream: TestStream) => void;
    /** JSON by id; a function is asked anew each time. */
    readonly schemas: Map<string, string | (() => Promise<string>)>;
    readonly schemasAsked: readonly string[];
    /** GOAWAY, and the connection is closed. */
    goAway(): void;
    close(): Promise<void>;
}

export const RECORD = {
    type: 'record',
    name: 'Outbound__e',
    fields: [
        { name: 'CreatedDate', type: 'long' },
        { name: 'CreatedById', type: 'string' },
        { name: 'Payload__c', type: ['null', 'string'], default: null }
    ]
} as const;
const type = avro.Type.forSchema(structuredClone(RECORD) as unknown as avro.Schema, { wrapUnions: 'never' });

/** The n-th event; its replay id is beyond what a JavaScript number holds. */
export function testEvent(number: number, schemaId = 'schema'): TestEvent {
    const record = { CreatedDate: 1_790_000_000_000 + number, CreatedById: '005', Payload__c: `text ${number}` };
    return { id: `event-${number}`, schemaId, payload: type.toBuffer(record), replayId: replayId(number) };
}

export function replayId(number: number): Buffer {
    const bytes = Buffer.alloc(10);
    bytes.writeBigUInt64BE(2n ** 53n + 1n + 2n * BigInt(number));
    return bytes;
}

/** A Pub/Sub server over real gRPC that does what the test says. */
export async function pubSubServerForTests(tls?: { key: string; certificate: string }): Promise<PubSubTestServer> {
    const server = new Server();
    const streams: TestStream[] = [];
    const schemas = new Map<string, string | (() => Promise<string>)>([['schema', JSON.stringify(RECORD)]]);
    const schemasAsked: string[] = [];

    function accept(call: ServerDuplexStream<FetchRequest, object>): void {
        const requests: FetchRequest[] = [];
        let open = true;
        let sent = 0;
        const stream: TestStream = {
            token: String(call.metadata.get('accesstoken')[0]),
            requests,
            get requested(): number {
                return requests.reduce((sum, { numRequested }) => sum + numRequested, 0);
            },
            get open(): boolean {
                return open;
            },
            send(...events): void {
                sent += events.length;
                call.write({
                    events: events.map(({ replayId: place, ...event }) => ({ event, replayId: place })),
                    // Where the topic is by now, not where this response ends.
                    latestReplayId: replayId(1_000_000),
                    pendingNumRequested: stream.requested - sent
                });
            },
            keepAlive: (latest) =>
                void call.write({ events: [], latestReplayId: latest, pendingNumRequested: stream.requested - sent }),
            end: () => call.end(),
            fail(error, code = status.INTERNAL): void {
                const metadata = new Metadata();
                metadata.set('error-code', `sfdc.platform.eventbus.grpc.${error}`);
                metadata.set('rpc-id', 'rpc-1');
                call.emit('error', { code, details: 'as the test says', metadata });
            }
        };
        call.on('data', (request: FetchRequest) => {
            requests.push(request);
            if (requests.length === 1) {
                streams.push(stream);
                made.onStream(stream);
            }
            made.onRequest(stream);
        });
        const over = (): void => void (open = false);
        call.on('end', () => call.end());
        call.on('cancelled', over);
        call.on('close', over);
    }

    const implementation: UntypedServiceImplementation = {
        Subscribe: accept,
        GetSchema: (
            call: { request: { schemaId: string } },
            callback: (error: object | null, answer?: object) => void
        ) => {
            const { schemaId } = call.request;
            schemasAsked.push(schemaId);
            const known = schemas.get(schemaId);
            if (known === undefined) return callback({ code: status.NOT_FOUND, details: 'no such schema' });
            void Promise.resolve(typeof known === 'string' ? known : known()).then(
                (schemaJson) => callback(null, { schemaJson, schemaId }),
                (error: unknown) => callback(error as object)
            );
        }
    };
    server.addService({ ...pubSubService() }, implementation);
    const credentials =
        tls === undefined
            ? ServerCredentials.createInsecure()
            : ServerCredentials.createSsl(null, [
                  { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) }
              ]);
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
    });
    const made: PubSubTestServer = {
        port,
        url: `http://127.0.0.1:${port}`,
        streams,
        stream: (index) => until(() => streams[index], `stream ${index}`),
        onStream: () => undefined,
        onRequest: () => undefined,
        schemas,
        schemasAsked,
        goAway: () => server.drain(`127.0.0.1:${port}`, 0),
        close(): Promise<void> {
            server.forceShutdown();
            return Promise.resolve();
        }
    };
    return made;
}

/** Looks again and again, for at most a minute. */
export async function until<T>(look: () => T | undefined | false, what: string): Promise<T> {
    const since = performance.now();
    for (;;) {
        const found = look();
        if (found !== undefined && found !== false) return found;
        if (performance.now() - since > 60_000) throw new Error(`waited a minute in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 3));
    }
}
