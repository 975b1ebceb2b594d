import path from 'node:path';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** Messages of pubsub_api.proto that come in, as proto-loader reads them: every member is there. */
export interface FetchRequest {
    readonly topicName: string;
    readonly replayPreset: 'LATEST' | 'EARLIEST' | 'CUSTOM';
    readonly replayId: Buffer;
    readonly numRequested: number;
}

export interface PublishRequest {
    readonly topicName: string;
    readonly events: readonly { readonly id: string; readonly schemaId: string; readonly payload: Buffer }[];
}

export function pubSubService(): ServiceDefinition {
    const file = path.join(import.meta.dirname, 'pubsub_api.proto');
    return loadSync(file, { longs: String, enums: String, defaults: true })['eventbus.v1.PubSub'] as ServiceDefinition;
}
