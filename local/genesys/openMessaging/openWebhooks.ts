/** What the vendor tells the webhook of an open messaging integration, signed, and again where nobody took it. */
import { createHmac } from 'node:crypto';
import type { Centre, Typing } from '../platformApi/centre.ts';
import type { TextMessage } from '../platformApi/conversation.ts';
import { INTEGRATIONS } from '../platformApi/directory.ts';
import { normalizedEvent, normalizedOutbound } from './normalized.ts';

/** Of an integration, as an administrator sets it. */
export interface OpenWebhook {
    /** outboundNotificationWebhookUrl */
    readonly url: string;
    /** outboundNotificationWebhookSignatureSecretToken */
    readonly secretToken: string;
    /** This server's address, where files can be fetched. */
    readonly at?: string;
}

/** One request, and how it was answered: a status, or that it was not. */
export interface Told {
    readonly messageId: string;
    readonly body: string;
    readonly signature: string;
    readonly answer: number | 'none';
}

/** Documented: ten seconds for an answer, and up to five retries, five seconds apart, after a time-out, 429 or 5xx. */
export interface Pace {
    readonly timeoutMs: number;
    readonly betweenMs: number;
    readonly retries: number;
}

export interface OpenWebhooksControl {
    /** What goes out from now on is told there; nowhere where there is none. */
    set(integrationId: string, webhook: OpenWebhook | undefined): void;
    pace(pace: Partial<Pace>): void;
    /** Every request, in the order of their answers. */
    told(): readonly Told[];
}

export function createOpenWebhooks(centre: Centre): OpenWebhooksControl {
    const webhooks = new Map<string, OpenWebhook>();
    const seen = new Set<string>();
    const told: Told[] = [];
    let pace: Pace = { timeoutMs: 10_000, betweenMs: 5_000, retries: 5 };

    async function tell({ secretToken, url }: OpenWebhook, messageId: string, normalized: object): Promise<void> {
        const body = JSON.stringify(normalized);
        const signature = `sha256=${createHmac('sha256', secretToken).update(body).digest('base64')}`;
        const headers = { 'content-type': 'application/json', 'X-Hub-Signature-256': signature };
        for (let attempt = 0; ; attempt += 1) {
            const answer = await fetch(url, {
                method: 'POST',
                headers,
                body,
                signal: AbortSignal.timeout(pace.timeoutMs)
            }).then(
                async (response) => {
                    await response.body?.cancel();
                    return response.status;
                },
                () => 'none' as const
            );
            told.push({ messageId, body, signature, answer });
            const isTold = answer !== 'none' && answer !== 429 && answer < 500;
            if (isTold || attempt >= pace.retries) return;
            await new Promise((resolve) => setTimeout(resolve, pace.betweenMs).unref());
        }
    }

    function changed(conversationId: string, typing?: Typing): void {
        const { medium, messaging } = centre.state.conversations.find(({ id }) => id === conversationId) ?? {};
        const webhook = messaging && webhooks.get(messaging.integrationId);
        if (medium !== 'message' || messaging === undefined || webhook === undefined) return;
        if (typing !== undefined) {
            const id = centre.newId();
            if (typing.by === 'agent')
                void tell(webhook, id, normalizedEvent(messaging, { id, time: centre.time(), type: typing.type }));
            return;
        }
        for (const message of outboundIn(centre, conversationId)) {
            if (seen.has(message.id)) continue;
            seen.add(message.id);
            void tell(webhook, message.id, normalizedOutbound(centre, messaging, message, webhook.at));
        }
    }
    // A message is kept and told of before its route has answered: all of it is there in the next turn.
    centre.onChanged((conversationId, typing) => queueMicrotask(() => changed(conversationId, typing)));

    return {
        set(integrationId, webhook): void {
            if (!INTEGRATIONS.some(({ id, messengerType }) => id === integrationId && messengerType === 'open'))
                throw new TypeError(`There is no open messaging integration ${integrationId}.`);
            for (const { id } of centre.state.messages) seen.add(id);
            if (webhook === undefined) webhooks.delete(integrationId);
            else webhooks.set(integrationId, webhook);
        },
        pace(given): void {
            pace = { ...pace, ...given };
        },
        told: () => [...told]
    };
}

const outboundIn = ({ state }: Centre, conversationId: string): TextMessage[] =>
    state.messages.filter((one) => one.conversationId === conversationId && one.direction === 'outbound');
