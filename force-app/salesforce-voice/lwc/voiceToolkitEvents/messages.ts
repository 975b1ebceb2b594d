import { figure, own, text, told } from './own.ts';
import type { MessageTold, Sender, SenderRole } from './types.ts';

/** Listeners in public code test for an `EndUser` that no page documents. */
const ROLES: readonly SenderRole[] = ['agent', 'supervisor', 'enduser'];
/** Further from 1970 no `Date` reaches. */
const MOST_MILLISECONDS = 8.64e15;

/** Roles are open and their case varies (V10). */
function senderOf(value: unknown): Sender {
    const role = text(own(value, 'role'))?.toLowerCase();
    return told<Sender>({
        role: ROLES.find((known) => known === role) ?? 'unknown',
        displayName: text(own(value, 'displayName'))
    });
}

/** Only that field is dropped where it is no moment (V8). */
function momentOf(value: unknown): number | undefined {
    const moment = figure(value);
    return moment !== undefined && Math.abs(moment) <= MOST_MILLISECONDS ? moment : undefined;
}

/** Undefined where the text is missing; only a flag that was lowered has none (V9). */
export function messageTold(type: MessageTold['type'], callId: string, detail: unknown): MessageTold | undefined {
    const content = own(detail, 'content');
    const said = own(content, 'text');
    if (type !== 'flaglower' && typeof said !== 'string') return undefined;
    return told<MessageTold>({
        type,
        callId,
        id: text(own(detail, 'id')),
        clientSentAt: momentOf(own(detail, 'clientSentTimestamp')),
        serverReceivedAt: momentOf(own(detail, 'serverReceivedTimestamp')),
        text: typeof said === 'string' ? said : undefined,
        formatType: text(own(content, 'formatType')),
        sender: senderOf(own(detail, 'sender')),
        voiceCallId: text(own(detail, 'voiceCallId'))
    });
}
