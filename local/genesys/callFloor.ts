import { randomUUID } from 'node:crypto';
import type { InteractionSnapshot } from './clientEventsFor.ts';
import { clientEventsFor } from './clientEventsFor.ts';
import type { ClientMessage } from './clientMessage.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { isLive, wrapUpIsOpen } from './conversation.ts';
import type { PackageAttributes } from './describeInteraction.ts';
import { describeInteraction } from './describeInteraction.ts';
import { occupation } from './medium.ts';
import type { Colleague } from './transferTarget.ts';

export interface CallFloorOptions {
    readonly colleagues: () => readonly Colleague[];
    /** True when the queues may ring this agent. */
    readonly onQueue: (userName: string) => boolean;
    readonly packageAttributes: () => PackageAttributes;
    readonly now: () => number;
    /** Runs something later; the answer cancels it. */
    readonly schedule: (run: () => void, ms: number) => () => void;
    /** What the client of one agent says on the channel. */
    readonly publish: (userName: string, messages: readonly ClientMessage[]) => void;
    /** Called after each step for each agent whose part of a conversation is new or changed. */
    readonly changed: (conversation: Conversation, agent: AgentParticipant) => void;
}

/** The moves of which every call is made. Each is called inside `step`, which lets the clients say what they saw. */
export interface CallFloor {
    readonly conversations: Map<string, Conversation>;
    step(conversation: Conversation, run: () => void): void;
    offer(
        conversation: Conversation,
        to: Colleague,
        by: AgentParticipant['offeredBy'],
        queueName?: string
    ): AgentParticipant;
    /** Rings the next free agent on queue, or lets the conversation wait. */
    offerToQueue(conversation: Conversation, queueName: string): AgentParticipant | undefined;
    connect(conversation: Conversation, agent: AgentParticipant): void;
    hold(conversation: Conversation, agent: AgentParticipant): void;
    retrieve(conversation: Conversation, agent: AgentParticipant): void;
    end(conversation: Conversation, agent: AgentParticipant): void;
    /** One agent goes; the far end stays only while somebody talks to it, is rung, or is looked for. */
    leave(conversation: Conversation, agent: AgentParticipant): void;
    endAll(conversation: Conversation): void;
    snapshot(conversation: Conversation, agent: AgentParticipant): InteractionSnapshot;
    reset(): void;
}

// When clients repeat themselves, in milliseconds since the state began: as in the recorded call.
const REPEATS = {
    afterOffer: [396, 1558],
    afterConnect: [146, 156, 192, 239, 265, 295, 324, 1509, 2340, 3083, 3922],
    afterHold: [1737]
};
const QUEUE_TIME_KNOWN_AFTER = 265;
const RECORDING_DROPS_AFTER = 1636;
const RECORDING_RETURNS_AFTER = 1647;

export function createCallFloor(options: CallFloorOptions): CallFloor {
    const { now, schedule } = options;
    const conversations = new Map<string, Conversation>();
    const timers = new Set<() => void>();

    function snapshot(conversation: Conversation, agent: AgentParticipant): InteractionSnapshot {
        return {
            interaction: describeInteraction(conversation, agent, options.packageAttributes()),
            ...(agent.leftBy === undefined ? {} : { leftBy: agent.leftBy }),
            consulting: agent.consults !== undefined
        };
    }

    const whole = ({ participantData, farEnd }: Conversation, agent: AgentParticipant): string =>
        JSON.stringify([agent, participantData, farEnd]);

    /** `repeated`: this agent's client says something even when nothing changed. */
    function step(conversation: Conversation, run: () => void, repeated?: AgentParticipant): void {
        const before = new Map(
            conversation.agents.map((agent) => [
                agent.id,
                { seen: snapshot(conversation, agent), whole: whole(conversation, agent) }
            ])
        );
        run();
        for (const agent of [...conversation.agents]) {
            const then = before.get(agent.id);
            const after = snapshot(conversation, agent);
            if (agent === repeated || JSON.stringify(then?.seen) !== JSON.stringify(after)) {
                options.publish(agent.userName, clientEventsFor(then?.seen, after));
            }
            if (then?.whole !== whole(conversation, agent)) {
                options.changed(conversation, agent);
            }
        }
    }

    /** Real clients repeat themselves: the state is told again later, while it is still the same. */
    function repeat(
        conversation: Conversation,
        agent: AgentParticipant,
        ms: number,
        learn: () => void = () => {}
    ): void {
        const { state } = agent;
        const cancel = schedule(() => {
            timers.delete(cancel);
            if (agent.state === state) {
                step(conversation, learn, agent);
            }
        }, ms);
        timers.add(cancel);
    }

    function offer(
        conversation: Conversation,
        to: Colleague,
        by: AgentParticipant['offeredBy'],
        queueName?: string
    ): AgentParticipant {
        for (const earlier of conversation.agents) {
            if (earlier.userName === to.name && wrapUpIsOpen(earlier)) {
                earlier.wrapUpCode = 'ININ-WRAP-UP-TIMEOUT';
                earlier.doneAt = now();
            }
        }
        const agent: AgentParticipant = {
            id: randomUUID(),
            communicationId: randomUUID(),
            userName: to.name,
            userLabel: to.label,
            state: by === 'dial' ? 'contacting' : 'alerting',
            muted: false,
            securePause: false,
            offeredAt: now(),
            offeredBy: by,
            timesKnown: false,
            queueTimeKnown: false,
            recordingDropped: false,
            ...(queueName === undefined ? {} : { queueName })
        };
        conversation.agents.push(agent);
        for (const ms of REPEATS.afterOffer) {
            repeat(conversation, agent, ms, () => {
                agent.timesKnown = true;
            });
        }
        return agent;
    }

    function isBusy(userName: string, { medium }: Conversation): boolean {
        return [...conversations.values()].some(
            (other) =>
                occupation(other.medium) === occupation(medium) &&
                other.agents.some((agent) => agent.userName === userName && isLive(agent))
        );
    }

    function offerToQueue(conversation: Conversation, queueName: string): AgentParticipant | undefined {
        const waiting = conversation.waiting ?? { queueName, since: now() };
        conversation.waiting = waiting;
        const asked = conversation.agents.filter(({ endedAt }) => endedAt === undefined || endedAt >= waiting.since);
        const free = options
            .colleagues()
            .find(
                ({ name }) =>
                    options.onQueue(name) &&
                    !isBusy(name, conversation) &&
                    !asked.some(({ userName }) => userName === name)
            );
        return free && offer(conversation, free, 'queue', queueName);
    }

    function connect(conversation: Conversation, agent: AgentParticipant): void {
        const { waiting } = conversation;
        agent.state = 'connected';
        agent.connectedAt = now();
        agent.timesKnown = true;
        if (agent.offeredBy === 'queue' && waiting) {
            const waited = Math.floor((agent.connectedAt - waiting.since) / 1000);
            conversation.queueSeconds = (conversation.queueSeconds ?? 0) + waited;
            conversation.waiting = undefined;
        }
        agent.queueSeconds = conversation.queueSeconds;
        for (const ms of REPEATS.afterConnect) {
            repeat(conversation, agent, ms, () => {
                agent.queueTimeKnown = ms >= QUEUE_TIME_KNOWN_AFTER;
            });
        }
    }

    function hold(conversation: Conversation, agent: AgentParticipant): void {
        agent.state = 'held';
        for (const ms of REPEATS.afterHold) {
            repeat(conversation, agent, ms);
        }
    }

    function retrieve(conversation: Conversation, agent: AgentParticipant): void {
        agent.state = 'connected';
        repeat(conversation, agent, RECORDING_DROPS_AFTER, () => {
            agent.recordingDropped = true;
        });
        repeat(conversation, agent, RECORDING_RETURNS_AFTER, () => {
            agent.recordingDropped = false;
        });
    }

    function end(conversation: Conversation, agent: AgentParticipant): void {
        agent.state = 'disconnected';
        agent.endedAt = now();
        agent.timesKnown = true;
        agent.queueTimeKnown = true;
        agent.securePause = false;
        agent.muted = false;
        agent.consults = undefined;
        for (const other of conversation.agents) {
            if (other.consults?.who === 'colleague' && other.consults.participantId === agent.id) {
                other.consults = undefined;
            }
        }
    }

    function endAll(conversation: Conversation): void {
        conversation.farEnd = 'gone';
        conversation.waiting = undefined;
        for (const agent of conversation.agents.filter(isLive)) {
            end(conversation, agent);
        }
    }

    function leave(conversation: Conversation, agent: AgentParticipant): void {
        end(conversation, agent);
        if (conversation.agents.some(isLive)) {
            return;
        }
        if (conversation.waiting) {
            offerToQueue(conversation, conversation.waiting.queueName);
        } else {
            conversation.farEnd = 'gone';
        }
    }

    function reset(): void {
        timers.forEach((cancel) => cancel());
        timers.clear();
        conversations.clear();
    }

    return { conversations, step, offer, offerToQueue, connect, hold, retrieve, end, leave, endAll, snapshot, reset };
}
