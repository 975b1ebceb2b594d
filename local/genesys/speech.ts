import { randomUUID } from 'node:crypto';
import { allow } from './allow.ts';
import type { NotificationMessage, WireChatMessage, WireUtterance } from './clientMessage.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { isTalking } from './conversation.ts';
import { hasVoice } from './medium.ts';

export type Speaker = 'customer' | 'agent';

/** What is said on a line and written in a chat, as the phone's notifications tell it. */
export interface Speech {
    /** Throws Refusal where nobody can say anything. */
    say(conversation: Conversation, speaker: Speaker, text: string): void;
    /** Called after each change of an agent's part: a transcription ends with it. */
    observe(conversation: Conversation, agent: AgentParticipant): void;
    reset(): void;
}

export interface SpeechOptions {
    readonly now: () => number;
    readonly publish: (userName: string, messages: readonly NotificationMessage[]) => void;
}

/** How many earlier utterances a message tells again: utterances repeat (W17). */
const REPEATED = 2;
const CONFIDENCE = 0.92;

export function createSpeech({ now, publish }: SpeechOptions): Speech {
    const spoken = new Map<string, WireUtterance[]>();
    const written = new Map<string, WireChatMessage[]>();
    const ended = new Set<string>();

    function say(conversation: Conversation, speaker: Speaker, text: string): void {
        const { id, medium } = conversation;
        const hearing = conversation.agents.filter(isTalking);
        allow(hearing.length > 0, 'Nobody is connected who could hear it.');
        allow(hasVoice(medium) || medium === 'chat' || medium === 'message', `In this ${medium} nobody talks.`);
        const message = hasVoice(medium) ? transcribed(id, speaker, text) : noted(conversation, speaker, text);
        hearing.forEach(({ userName }) => publish(userName, [message]));
    }

    function transcribed(id: string, speaker: Speaker, text: string): NotificationMessage {
        const utterances = spoken.get(id) ?? [];
        spoken.set(id, utterances);
        utterances.push({
            utteranceId: randomUUID(),
            channel: speaker === 'customer' ? 'EXTERNAL' : 'INTERNAL',
            alternatives: [
                { transcript: text, words: text.split(/\s+/).map((word) => ({ word, confidence: CONFIDENCE })) }
            ]
        });
        return {
            type: 'Notification',
            category: 'conversationTranscription',
            data: { id, eventTime: new Date(now()).toISOString(), transcripts: utterances.slice(-1 - REPEATED) }
        };
    }

    function noted({ id, medium }: Conversation, role: Speaker, body: string): NotificationMessage {
        const messages = [...(written.get(id) ?? []), { role, body }];
        written.set(id, messages);
        return {
            type: 'Notification',
            category: medium === 'chat' ? 'chatUpdate' : 'messageUpdate',
            data: { messages }
        };
    }

    function observe({ id }: Conversation, agent: AgentParticipant): void {
        if (agent.endedAt === undefined || agent.connectedAt === undefined || !spoken.has(id) || ended.has(agent.id)) {
            return;
        }
        ended.add(agent.id);
        publish(agent.userName, [
            {
                type: 'Notification',
                category: 'conversationTranscription',
                data: { id, eventTime: new Date(now()).toISOString(), status: 'SESSION_ENDED' }
            }
        ]);
    }

    return {
        say,
        observe,
        reset() {
            spoken.clear();
            written.clear();
            ended.clear();
        }
    };
}
