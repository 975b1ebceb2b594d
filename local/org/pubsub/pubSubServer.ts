import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type {
    handleBidiStreamingCall,
    handleUnaryCall,
    Metadata,
    StatusObject,
    UntypedServiceImplementation
} from '@grpc/grpc-js';
import type { EventBus } from './eventBus.ts';
import { otherOrg, refusal } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { replayIdBytes } from './replayIds.ts';
import { RULES, serveSubscriber } from './subscriber.ts';
import type { Subscriber, SubscriberRules } from './subscriber.ts';
import type { FetchRequest, PublishRequest } from './wire.ts';
import { pubSubService } from './wire.ts';

export interface PubSubServerOptions {
    readonly bus: EventBus;
    /** With 18 characters. */
    readonly organizationId: string;
    /** Whether the org gave this access token, and takes it still. */
    readonly isToken: (accessToken: string) => boolean;
    readonly rules?: Partial<SubscriberRules>;
    /** PEM. Without it the connection is not encrypted. */
    readonly tls?: { readonly key: string; readonly certificate: string };
    /** 0 for any. */
    readonly port?: number;
}

export interface PubSubServer {
    readonly port: number;
    /** How many streams are open. */
    readonly subscribers: number;
    /** A slow GetSchema, for tests and the demo. Milliseconds. */
    schemaDelayMs: number;
    /** Ends every stream: with one of Salesforce's errors, or as if its time were over. */
    endStreams(error?: Refusal): void;
    /** Checks the tokens of open streams again, as Salesforce does some time after a session has ended. */
    recheckTokens(): void;
    close(): Promise<void>;
}

const isRefusal = (given: object): given is Partial<StatusObject> => 'code' in given && 'details' in given;

/** The Pub/Sub API of the local org, over real gRPC on loopback. */
export async function startPubSubServer(options: PubSubServerOptions): Promise<PubSubServer> {
    const { bus, organizationId, isToken } = options;
    const rules = { ...RULES, ...options.rules };
    const subscribers = new Set<Subscriber>();
    const server = new Server();
    let schemaDelayMs = 0;

    function refused(metadata: Metadata): Partial<StatusObject> | undefined {
        const [token, instance, tenant] = ['accesstoken', 'instanceurl', 'tenantid'].map((name) =>
            String(metadata.get(name)[0] ?? '')
        );
        if (!token || !instance || !tenant) return refusal('service.auth.headers.invalid');
        if (!isToken(token)) return refusal('service.auth.error');
        return tenant === organizationId ? undefined : otherOrg(tenant);
    }

    /** A question with one answer; gives the answer or the status to refuse it with. */
    function unary<Question>(
        answer: (question: Question) => object | Promise<object>
    ): handleUnaryCall<Question, object> {
        return (call, callback) => {
            const status = refused(call.metadata);
            if (status !== undefined) return callback(status);
            void Promise.resolve(answer(call.request)).then((given) =>
                isRefusal(given) ? callback(given) : callback(null, given)
            );
        };
    }

    const subscribe: handleBidiStreamingCall<FetchRequest, object> = (call) => {
        const status = refused(call.metadata);
        if (status !== undefined) return void call.emit('error', status);
        const token = String(call.metadata.get('accesstoken')[0]);
        subscribers.add(serveSubscriber(call, token, bus, rules, (ended) => subscribers.delete(ended)));
    };

    const implementation: UntypedServiceImplementation = {
        Subscribe: subscribe,
        GetTopic: unary(({ topicName }: { topicName: string }) => {
            const topic = bus.topic(topicName);
            if (topic === undefined) return refusal(topicName === '' ? 'topic.validation.empty' : 'topic.not.found');
            const { schemaId } = topic;
            const rights = { canPublish: true, canSubscribe: true };
            return { topicName, tenantGuid: organizationId, ...rights, schemaId, rpcId: randomUUID() };
        }),
        GetSchema: unary(async ({ schemaId }: { schemaId: string }) => {
            await new Promise((resolve) => setTimeout(resolve, schemaDelayMs));
            const schema = bus.schema(schemaId);
            return schema === undefined
                ? refusal('schema.validation.failed')
                : { schemaJson: schema.json, schemaId, rpcId: randomUUID() };
        }),
        Publish: unary(({ topicName, events }: PublishRequest) => {
            const topic = bus.topic(topicName);
            if (topic === undefined) return refusal('topic.not.found');
            if (events.length === 0) return refusal('publish.event.count.invalid');
            const results = events.map(({ id, schemaId, payload }) => {
                const kept = bus.publishBytes(topicName, schemaId, payload, id === '' ? undefined : id);
                return kept === undefined
                    ? { error: { code: 'PUBLISH', msg: 'The payload is not of this schema.' }, correlationKey: id }
                    : { replayId: replayIdBytes(kept.replayId), correlationKey: id };
            });
            return { results, schemaId: topic.schemaId, rpcId: randomUUID() };
        })
    };
    server.addService(pubSubService(), implementation);
    const { tls } = options;
    const credentials =
        tls === undefined
            ? ServerCredentials.createInsecure()
            : ServerCredentials.createSsl(null, [
                  { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) }
              ]);
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync(`127.0.0.1:${options.port ?? 0}`, credentials, (error, bound) =>
            error === null ? resolve(bound) : reject(error)
        );
    });

    return {
        port,
        get subscribers(): number {
            return subscribers.size;
        },
        get schemaDelayMs(): number {
            return schemaDelayMs;
        },
        set schemaDelayMs(ms: number) {
            schemaDelayMs = ms;
        },
        endStreams(error): void {
            for (const subscriber of [...subscribers]) subscriber.end(error === undefined ? undefined : refusal(error));
        },
        recheckTokens(): void {
            for (const subscriber of [...subscribers])
                if (!isToken(subscriber.accessToken)) subscriber.end(refusal('service.auth.error'));
        },
        close(): Promise<void> {
            server.forceShutdown();
            for (const subscriber of [...subscribers]) subscriber.end();
            return Promise.resolve();
        }
    };
}
