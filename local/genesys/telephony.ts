import { randomUUID } from 'node:crypto';
import { Refusal } from './action.ts';
import type { CallAction } from './agentActions.ts';
import { allow } from './allow.ts';
import { performAction } from './agentActions.ts';
import type { CallFloorOptions } from './callFloor.ts';
import { createCallFloor } from './callFloor.ts';
import { clientEventsFor } from './clientEventsFor.ts';
import type { ClientMessage, ParticipantValue } from './clientMessage.ts';
import { callConsultOff, outsideAnswers } from './consults.ts';
import type { Conversation } from './conversation.ts';
import { isLive, participantOf, wrapUpIsOpen } from './conversation.ts';
import { queueFor, WRAP_UP_CODES } from './directory.ts';
import { customerIsPresent } from './medium.ts';
import type { Medium } from './medium.ts';
import type { Colleague } from './transferTarget.ts';

export interface Offer {
    readonly medium: Medium;
    /** Name of the user whose phone rings. */
    readonly userName: string;
    /** E.164; only of a medium that has one. */
    readonly number?: string;
    /** Mail address, of an email. */
    readonly email?: string;
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

export type ConsultStep = 'answer' | 'decline' | 'callOff';

/** Calls, queues and transfers. Every method throws Refusal for what the vendor's client would not do. */
export interface Telephony {
    ring(offer: Offer): Conversation;
    dial(call: OutboundCall): Conversation;
    farEndAnswers(conversationId: string): void;
    farEndHangsUp(conversationId: string): void;
    /** Answers what the phone's log should add, if anything. */
    perform(userName: string, action: CallAction): string | undefined;
    /** What the agent, or the far end of a consult outside, does about a consult. */
    consult(userName: string, conversationId: string, what: ConsultStep): void;
    /** Throws Refusal for an id that the phone does not know. */
    conversation(conversationId: string): Conversation;
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

    function ring(offer: Offer): Conversation {
        const to = colleague(offer.userName);
        const { medium, number, email, ivrSeconds, queueName, queueSeconds = 2 } = offer;
        const queuedFor = queueName === undefined ? 0 : queueSeconds * 1000;
        const conversation: Conversation = {
            id: randomUUID(),
            medium,
            direction: medium === 'dialer' ? 'Outbound' : 'Inbound',
            caller: {
                name: offer.name ?? number ?? email ?? 'Guest',
                ...(number === undefined ? {} : { number }),
                ...(email === undefined ? {} : { email })
            },
            ...(medium === 'call'
                ? { calledNumber: queueFor(queueName ?? '')?.dialledNumber ?? '+61370101299' }
                : medium === 'dialer' && number !== undefined
                  ? { calledNumber: number }
                  : {}),
            startedAt: options.now() - queuedFor - (ivrSeconds ?? 0) * 1000,
            farEnd: 'connected',
            participantData: { ...offer.participantData },
            agents: [],
            ...(ivrSeconds === undefined || medium !== 'call' ? {} : { ivrSeconds }),
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
            medium: 'call',
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
        allow(conversation.farEnd !== 'gone', 'The far end has hung up already.');
        allow(customerIsPresent(conversation.medium), `In this ${conversation.medium} nobody is there to hang up.`);
        floor.step(conversation, () => floor.endAll(conversation));
    }

    function perform(userName: string, action: CallAction): string | undefined {
        const conversation = known(action.id);
        const agent = participantOf(conversation, userName) ?? refuse('The phone knows no interaction with this id.');
        let note: string | undefined;
        floor.step(conversation, () => {
            note = performAction(floor, options.colleagues(), conversation, agent, action);
        });
        return note;
    }

    function consult(userName: string, conversationId: string, what: ConsultStep): void {
        const conversation = known(conversationId);
        const agent = participantOf(conversation, userName) ?? refuse('The phone knows no interaction with this id.');
        floor.step(conversation, () => {
            if (what === 'callOff') {
                callConsultOff(floor, conversation, agent);
            } else {
                outsideAnswers(agent, what === 'answer');
            }
        });
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
        consult,
        conversation: known,
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
