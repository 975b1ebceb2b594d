import { randomUUID } from 'node:crypto';
import { Refusal } from './action.ts';
import type { CallAction } from './agentActions.ts';
import { performAction } from './agentActions.ts';
import type { CallFloorOptions } from './callFloor.ts';
import { createCallFloor } from './callFloor.ts';
import { clientEventsFor } from './clientEventsFor.ts';
import type { ClientMessage, ParticipantValue } from './clientMessage.ts';
import type { Conversation } from './conversation.ts';
import { isLive, participantOf, wrapUpIsOpen } from './conversation.ts';
import { queueFor, WRAP_UP_CODES } from './directory.ts';
import type { Colleague } from './transferTarget.ts';

export interface InboundCall {
    /** Name of the user whose phone rings. */
    readonly userName: string;
    /** E.164. */
    readonly number: string;
    readonly name?: string;
    /** Queue name; absent: a direct call, without wrap-up. */
    readonly queueName?: string;
    readonly ivrSeconds?: number;
    /** Seconds in the queue before it rings; default 2. */
    readonly queueSeconds?: number;
    readonly participantData?: Readonly<Record<string, ParticipantValue>>;
}

export interface OutboundCall {
    readonly userName: string;
    /** E.164. */
    readonly number: string;
    readonly name?: string;
    /** The queue on whose behalf the agent calls; absent: no wrap-up. */
    readonly queueName?: string;
}

/** Calls, queues and transfers. Every method throws Refusal for what the vendor's client would not do. */
export interface Telephony {
    ring(call: InboundCall): Conversation;
    dial(call: OutboundCall): Conversation;
    farEndAnswers(conversationId: string): void;
    farEndHangsUp(conversationId: string): void;
    perform(userName: string, action: CallAction): void;
    wrapUp(userName: string, conversationId: string, code: string): void;
    /** Offers what waits in queues to whoever is on queue now. */
    offerWaiting(): void;
    conversations(): readonly Conversation[];
    /** What an agent's client says about live conversations when its page is loaded anew (T19). */
    replayFor(userName: string): readonly ClientMessage[];
    reset(): void;
}

export function createTelephony(options: CallFloorOptions): Telephony {
    const floor = createCallFloor(options);
    const { conversations } = floor;

    function colleague(userName: string): Colleague {
        const found = options.colleagues().find(({ name }) => name === userName);
        return found ?? refuse('No user of this name works here.');
    }

    function known(conversationId: string): Conversation {
        return conversations.get(conversationId) ?? refuse('The phone knows no interaction with this id.');
    }

    function ring(call: InboundCall): Conversation {
        const to = colleague(call.userName);
        const { ivrSeconds, queueName, queueSeconds = 2 } = call;
        const queuedFor = queueName === undefined ? 0 : queueSeconds * 1000;
        const conversation: Conversation = {
            id: randomUUID(),
            direction: 'Inbound',
            caller: { number: call.number, name: call.name ?? call.number },
            calledNumber: queueFor(queueName ?? '')?.dialledNumber ?? '+61370101299',
            startedAt: options.now() - queuedFor - (ivrSeconds ?? 0) * 1000,
            farEnd: 'connected',
            participantData: { ...call.participantData },
            agents: [],
            ...(ivrSeconds === undefined ? {} : { ivrSeconds }),
            ...(queueName === undefined ? {} : { waiting: { queueName, since: options.now() - queuedFor } })
        };
        conversations.set(conversation.id, conversation);
        floor.step(conversation, () =>
            floor.offer(conversation, to, queueName === undefined ? 'transfer' : 'queue', queueName)
        );
        return conversation;
    }

    function dial(call: OutboundCall): Conversation {
        const from = colleague(call.userName);
        const conversation: Conversation = {
            id: randomUUID(),
            direction: 'Outbound',
            caller: { number: call.number, name: call.name ?? call.number },
            calledNumber: call.number,
            startedAt: options.now(),
            farEnd: 'ringing',
            participantData: {},
            agents: []
        };
        conversations.set(conversation.id, conversation);
        floor.step(conversation, () => floor.offer(conversation, from, 'dial', call.queueName));
        return conversation;
    }

    function farEndAnswers(conversationId: string): void {
        const conversation = known(conversationId);
        if (conversation.farEnd !== 'ringing') {
            refuse('The far end is not ringing.');
        }
        floor.step(conversation, () => {
            conversation.farEnd = 'connected';
            conversation.agents.filter(isLive).forEach((agent) => floor.connect(conversation, agent));
        });
    }

    function farEndHangsUp(conversationId: string): void {
        const conversation = known(conversationId);
        if (conversation.farEnd === 'gone') {
            refuse('The far end has hung up already.');
        }
        floor.step(conversation, () => floor.endAll(conversation));
    }

    function perform(userName: string, action: CallAction): void {
        const conversation = known(action.id);
        const agent = participantOf(conversation, userName) ?? refuse('The phone knows no interaction with this id.');
        floor.step(conversation, () => performAction(floor, options.colleagues(), conversation, agent, action));
    }

    function wrapUp(userName: string, conversationId: string, code: string): void {
        const conversation = known(conversationId);
        const agent = participantOf(conversation, userName);
        if (!agent || !wrapUpIsOpen(agent)) {
            refuse('No wrap-up is open for this call.');
            return;
        }
        if (!WRAP_UP_CODES.includes(code)) {
            refuse('This wrap-up code does not exist here.');
        }
        floor.step(conversation, () => {
            agent.wrapUpCode = code;
            agent.doneAt = options.now();
        });
    }

    function offerWaiting(): void {
        for (const conversation of conversations.values()) {
            const { waiting } = conversation;
            if (waiting && !conversation.agents.some((agent) => agent.state === 'alerting')) {
                floor.step(conversation, () => floor.offerToQueue(conversation, waiting.queueName));
            }
        }
    }

    function replayFor(userName: string): readonly ClientMessage[] {
        return [...conversations.values()].flatMap((conversation) => {
            const agent = participantOf(conversation, userName);
            return agent && isLive(agent) ? clientEventsFor(undefined, floor.snapshot(conversation, agent)) : [];
        });
    }

    return {
        ring,
        dial,
        farEndAnswers,
        farEndHangsUp,
        perform,
        wrapUp,
        offerWaiting,
        conversations: () => [...conversations.values()],
        replayFor,
        reset: floor.reset
    };
}

function refuse(reason: string): never {
    throw new Refusal(reason);
}
