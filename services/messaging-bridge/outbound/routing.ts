/** RoutingRequested: Salesforce asks whoever owns the routing to find somebody, and waits 60 seconds for the answer. */
import type { Envelope } from './envelope.ts';
import { readJson } from './json.ts';
import { kept, Members } from './members.ts';

/** Whom to route to. `none`: no member that is documented names anybody, as for a contact outside Salesforce. */
export type RoutingTarget =
    | { readonly kind: 'rep'; readonly userId: string }
    /** `queueId` is where the flow's conversation goes when the flow names nobody. */
    | { readonly kind: 'flow'; readonly flowId: string; readonly queueId?: string }
    | { readonly kind: 'bot'; readonly botId: string }
    | { readonly kind: 'queue'; readonly queueId: string }
    | { readonly kind: 'none' };

export interface Skill {
    readonly id?: string;
    readonly level?: number;
    readonly priority?: number;
    readonly isAdditionalSkill?: boolean;
    readonly requirementId?: string;
}

/** What came as JSON text in `routingParameters.channelData`. */
export interface ChannelData {
    /** The routingCorrelationId of an AgentWork. */
    readonly eventId?: string;
    readonly routerParticipantSubject?: string;
    readonly routingType?: string;
    readonly conversationId?: string;
}

export interface RoutingRequested extends Envelope {
    readonly kind: 'RoutingRequested';
    /** Initial, Transfer, Conference. */
    readonly routingType: string;
    readonly target: RoutingTarget;
    readonly channelData: ChannelData;
    /** Salesforce's printed sample has none: the work item is known from an earlier answer of POST /interactions. */
    readonly workRecordId?: string;
    readonly isTransfer?: boolean;
    readonly skillsList: readonly Skill[];
    readonly routingConfigId?: string;
    readonly serviceChannelId?: string;
    readonly isEstimatedWaitTimeRequested?: boolean;
    readonly isFallbackOnPsrNotCreated?: boolean;
    readonly isScrt2?: boolean;
    readonly isUserRequired?: boolean;
}

/** The part of a RoutingRequested that its payload tells. */
export type RoutingDetails = Omit<RoutingRequested, Exclude<keyof Envelope, 'key'> | 'kind'>;

function targetOf(parameters: Members): RoutingTarget {
    const userId = parameters.id('userId');
    const flowId = parameters.id('flowId');
    const botId = parameters.id('botId');
    const queueId = parameters.id('queueId');
    if (userId !== undefined) return { kind: 'rep', userId };
    if (flowId !== undefined) return kept({ kind: 'flow', flowId, queueId });
    if (botId !== undefined) return { kind: 'bot', botId };
    return queueId === undefined ? { kind: 'none' } : { kind: 'queue', queueId };
}

function channelDataOf(parameters: Members): ChannelData {
    const text = parameters.text('channelData');
    const json = text === undefined ? undefined : readJson(text);
    if (json?.ok === false) parameters.note('channelData', text, json.allowed);
    const data = new Members(
        json?.ok ? json.value : undefined,
        'payload.routingParameters.channelData',
        parameters.problems
    );
    return kept({
        eventId: data.id('eventId'),
        routerParticipantSubject: data.id('routerParticipantSubject'),
        routingType: data.id('routingType'),
        conversationId: data.id('conversationId')
    });
}

const skillOf = (skill: Members): Skill =>
    kept({
        id: skill.id('id'),
        level: skill.number('level'),
        priority: skill.number('priority'),
        isAdditionalSkill: skill.flag('isAdditionalSkill'),
        requirementId: skill.id('requirementId')
    });

/** Undefined: nobody says what kind of routing it is, which is noted. */
export function readRouting(payload: Members): RoutingDetails | undefined {
    const parameters = payload.object('routingParameters');
    const channelData = channelDataOf(parameters);
    const routingType = payload.id('routingType') ?? channelData.routingType;
    if (routingType === undefined) {
        payload.note('routingType', undefined, 'Initial, Transfer or Conference');
        return undefined;
    }
    return kept({
        key: channelData.eventId,
        routingType,
        target: targetOf(parameters),
        channelData,
        workRecordId: payload.id('workRecordId'),
        isTransfer: parameters.flag('isTransfer'),
        skillsList: parameters.objects('skillsList').map(skillOf),
        routingConfigId: parameters.id('routingConfigId'),
        serviceChannelId: parameters.id('serviceChannelId'),
        isEstimatedWaitTimeRequested: parameters.flag('isEstimatedWaitTimeRequested'),
        isFallbackOnPsrNotCreated: parameters.flag('isFallbackOnPsrNotCreated'),
        isScrt2: parameters.flag('isScrt2'),
        isUserRequired: parameters.flag('isUserRequired')
    });
}
