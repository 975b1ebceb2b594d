import { Client, credentials, Metadata } from '@grpc/grpc-js';
import type { ServiceError, StatusObject } from '@grpc/grpc-js';
import { pubSubService } from './wire.ts';

export interface Heard {
    readonly responses: readonly {
        readonly events: readonly { readonly event: { readonly id: string }; readonly replayId: Buffer }[];
        readonly latestReplayId: Buffer;
        readonly pendingNumRequested: number;
    }[];
    ids(): string[];
    request(request: object): void;
    /** How the call ended: Salesforce's string, the gRPC status, the text. */
    readonly ended: Promise<{ readonly error: string; readonly code: number; readonly details: string; rpcId: string }>;
}

/** A bare client of the Pub/Sub API: sends what it is told, whether that is right or not. */
export function pubSubClientForTests(port: number, headers: Readonly<Record<string, string>>) {
    const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
        'grpc.use_local_subchannel_pool': 1
    });
    const service = pubSubService();
    const metadata = new Metadata();
    for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
    const ending = ({ code, details, metadata: trailers }: StatusObject) => ({
        error: String(trailers.get('error-code')[0] ?? '').replace('sfdc.platform.eventbus.grpc.', ''),
        code,
        details,
        rpcId: String(trailers.get('rpc-id')[0] ?? '')
    });

    return {
        subscribe(first: object): Heard {
            const method = service['Subscribe'];
            if (method === undefined) throw new Error('the proto has no Subscribe');
            const call = client.makeBidiStreamRequest(
                method.path,
                method.requestSerialize,
                method.responseDeserialize,
                metadata
            );
            const responses: Heard['responses'][number][] = [];
            call.on('data', (response: Heard['responses'][number]) => responses.push(response));
            call.on('error', () => undefined);
            const ended = new Promise<Awaited<Heard['ended']>>((resolve, reject) => {
                const late = setTimeout(() => reject(new Error('waited a minute in vain for the end')), 60_000);
                late.unref();
                call.on('status', (status: StatusObject) => {
                    clearTimeout(late);
                    resolve(ending(status));
                });
            });
            ended.catch(() => undefined);
            call.write(first);
            return {
                responses,
                ended,
                ids: () => responses.flatMap(({ events }) => events.map(({ event }) => event.id)),
                request: (request) => void call.write(request)
            };
        },
        /** Rejects with the same members as `ended`. */
        ask(name: 'GetTopic' | 'GetSchema' | 'Publish', question: object): Promise<Record<string, unknown>> {
            const method = service[name];
            return new Promise((resolve, reject) => {
                if (method === undefined) throw new Error(`the proto has no ${name}`);
                client.makeUnaryRequest(
                    method.path,
                    method.requestSerialize,
                    method.responseDeserialize,
                    question,
                    metadata,
                    (error: ServiceError | null, answer?: unknown) =>
                        error
                            ? reject(Object.assign(new Error(), ending(error)))
                            : resolve(answer as Record<string, unknown>)
                );
            });
        },
        close: () => client.close()
    };
}

/** Looks again and again, for at most ten seconds. */
export async function until(look: () => boolean, what: string): Promise<void> {
    for (const since = performance.now(); !look();) {
        if (performance.now() - since > 60_000) throw new Error(`waited a minute in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 3));
    }
}
