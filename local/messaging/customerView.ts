/** What the customers see on their phones: the conversations of messages of the local Genesys Cloud. */
import type { Control } from '../genesys/platformApi/control.ts';
import { isAgent, isLive } from '../genesys/platformApi/conversation.ts';
import type { Conversation, TextMessage } from '../genesys/platformApi/conversation.ts';
import { isUnread, tellsReading, tellsTyping } from '../genesys/platformApi/customerSide.ts';
import type { Line } from './lines.ts';

export interface CustomerConversation {
    /** Of Genesys Cloud. */
    readonly id: string;
    readonly name: string;
    /** The customer's, on the channel. */
    readonly address: string;
    readonly messenger: string;
    /** The agent of Genesys Cloud who is in it. */
    readonly agent?: string;
    readonly isOver: boolean;
    readonly lines: readonly Line[];
    readonly otherSideIsTyping: boolean;
    /** Whether the other side is told that the customer types, or has read. */
    readonly tellsTyping: boolean;
    readonly tellsReading: boolean;
    readonly hasUnread: boolean;
}

/** Who has said nothing more for so long has stopped typing, as messengers show it. */
export const TYPES_MS = 10_000;

export function customerView(control: Pick<Control, 'conversations' | 'messages' | 'typing'>): CustomerConversation[] {
    return control.conversations().flatMap((one) => {
        if (one.medium !== 'message' || one.messaging === undefined) return [];
        const { customerAddress: address, messengerType: messenger } = one.messaging;
        const agent = one.participants.findLast((participant) => isAgent(participant) && isLive(participant))?.name;
        const messages = control.messages(one.id);
        const lines = messages.map(lineOf);
        const typing = control
            .typing()
            .findLast(({ by, conversationId }) => by === 'agent' && conversationId === one.id);
        const written = lines.findLast(({ by }) => by === 'rep')?.at ?? 0;
        return [
            {
                id: one.id,
                name: nameOf(one) ?? address,
                address,
                messenger,
                isOver: one.endTime !== undefined,
                lines,
                tellsTyping: tellsTyping(one),
                tellsReading: tellsReading(one),
                hasUnread: messages.some(isUnread),
                otherSideIsTyping: typing?.type === 'On' && typing.at > written && Date.now() - typing.at < TYPES_MS,
                ...(agent === undefined ? {} : { agent })
            }
        ];
    });
}

const nameOf = ({ participants }: Conversation): string | undefined =>
    participants.findLast(({ purpose }) => purpose === 'customer')?.name;

function lineOf({ content, direction, id, text = '', timestamp }: TextMessage): Line {
    const attached = content.map((one) => one['attachment']).find((one) => typeof one === 'object' && one !== null);
    const { filename } = (attached ?? {}) as Readonly<Record<string, unknown>>;
    const file = { name: typeof filename === 'string' ? filename : 'file' };
    return {
        id,
        at: Date.parse(timestamp),
        by: direction === 'inbound' ? 'customer' : 'rep',
        text,
        ...(attached === undefined ? {} : { file })
    };
}
