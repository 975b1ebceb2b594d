import path from 'node:path';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** The messages of pubsub_api.proto that are used here, as proto-loader reads them: every member is there. */
export interface FetchRequest {
    readonly topicName?: string;
    readonly replayPreset?: 'LATEST' | 'EARLIEST' | 'CUSTOM';
    readonly replayId?: Uint8Array;
    readonly numRequested: number;
}

export interface ConsumerEvent {
    readonly event: { readonly id: string; readonly schemaId: string; readonly payload: Buffer } | null;
    readonly replayId: Buffer;
}

export interface FetchResponse {
    readonly events: readonly ConsumerEvent[];
    readonly latestReplayId: Buffer;
    readonly rpcId: string;
    readonly pendingNumRequested: number;
}

export interface SchemaInfo {
    readonly schemaJson: string;
    readonly schemaId: string;
}

export interface TopicInfo {
    readonly topicName: string;
    readonly tenantGuid: string;
    readonly canPublish: boolean;
    readonly canSubscribe: boolean;
    readonly schemaId: string;
}

interface PubSubService {
    readonly Subscribe: MethodDefinition<FetchRequest, FetchResponse>;
    readonly GetSchema: MethodDefinition<{ schemaId: string }, SchemaInfo>;
    readonly GetTopic: MethodDefinition<{ topicName: string }, TopicInfo>;
}

let loaded: PubSubService | undefined;

/** Read when it is first needed: a program that only imports this part pays nothing. */
export function pubSubService(): PubSubService {
    loaded ??= loadSync(path.join(import.meta.dirname, 'pubsub_api.proto'), {
        longs: String,
        enums: String,
        defaults: true
    })['eventbus.v1.PubSub'] as ServiceDefinition as unknown as PubSubService;
    return loaded;
}
