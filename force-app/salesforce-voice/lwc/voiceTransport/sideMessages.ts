import type { SideMessage, Utterance } from 'c/agentDesk';
import type { MessageTold } from 'c/voiceToolkitEvents';

/** Tells messages apart, also over a reload: several types may share one id (V13). One without an id is always a new one. */
function nameOf({ id, type }: MessageTold, at: string, nth: number): string {
    return `${type}:${id ?? `#${at}/${nth}`}`;
}

function sentAt({ clientSentAt, serverReceivedAt }: MessageTold, at: string): string {
    const known = clientSentAt ?? serverReceivedAt;
    return known === undefined ? at : new Date(known).toISOString();
}

const KINDS = { note: 'note', flagraise: 'flagRaised', flaglower: 'flagLowered' } as const;

/** Undefined for what was said on the line. */
export function sideMessage(told: MessageTold, at: string, nth: number): SideMessage | undefined {
    if (told.type === 'transcript') return undefined;
    const { role, displayName } = told.sender;
    return {
        id: nameOf(told, at, nth),
        kind: KINDS[told.type],
        from: role === 'agent' || role === 'supervisor' ? role : 'unknown',
        ...(displayName === undefined ? {} : { name: displayName }),
        ...(told.text === undefined ? {} : { text: told.text }),
        at: sentAt(told, at)
    };
}

/** Undefined for what was sent beside the line. */
export function utterance(told: MessageTold, at: string, nth: number): Utterance | undefined {
    if (told.type !== 'transcript' || told.text === undefined) return undefined;
    const { role } = told.sender;
    const speaker = role === 'enduser' ? 'customer' : role === 'agent' ? 'agent' : undefined;
    return {
        id: nameOf(told, at, nth),
        ...(speaker === undefined ? {} : { speaker }),
        text: told.text,
        at: sentAt(told, at)
    };
}
