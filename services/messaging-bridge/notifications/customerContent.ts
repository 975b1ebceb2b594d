import type { CustomerChoice, CustomerFile, CustomerSaid } from '../inbound/customerMessage.ts';
import { Members } from '../outbound/members.ts';

/** What an answer of the API says that a customer wrote. */
export interface ReadMessage {
    /** What the channel calls the customer: a phone number, or the id of a messenger. Never for a log. */
    readonly customer: string;
    /** Epoch milliseconds. */
    readonly at: number | undefined;
    readonly content: CustomerSaid['content'];
    /** Of the message whose options the customer chose from, Genesys Cloud's id. */
    readonly answered?: string;
}

/**
 * MessageData of a message that came in; `address` is the customer's, should it name none. Where Genesys Cloud no longer
 * shows it, the rep is to know that there was one. Undefined for a message that went out, or that nobody wrote.
 */
export function customerContent(data: unknown, address?: string): ReadMessage | undefined {
    const message = new Members(data, '', []);
    const normalized = message.object('normalizedMessage');
    const direction = message.id('direction') ?? normalized.id('direction') ?? 'inbound';
    const customer = message.id('fromAddress') ?? normalized.object('channel').object('from').id('id') ?? address;
    if (direction.toLowerCase() !== 'inbound' || customer === undefined) return undefined;
    const told = Date.parse(message.id('timestamp') ?? '');
    const parts = normalized.objects('content');
    const text = normalized.text('text') ?? message.text('textBody');
    const files = parts.flatMap(fileIn);
    const chosen = parts.map(choiceIn).find((choice) => choice !== undefined);
    const hasText = text !== undefined && text.trim() !== '';
    const instead = hasText || files.length > 0 || chosen !== undefined ? text : cannotBeShown(message, parts);
    return {
        customer,
        at: Number.isNaN(told) ? undefined : told,
        content: {
            ...(instead === undefined ? {} : { text: instead }),
            ...(files.length === 0 ? {} : { files }),
            ...(chosen === undefined ? {} : { choice: chosen.choice })
        },
        ...(chosen?.answered === undefined ? {} : { answered: chosen.answered })
    };
}

function fileIn(part: Members): CustomerFile[] {
    const attachment = part.object('attachment');
    const url = attachment.id('url');
    if (url === undefined) return [];
    const name = attachment.id('filename');
    const mimeType = attachment.id('mime');
    const bytes = attachment.number('contentSizeBytes');
    return [
        {
            url,
            ...(name === undefined ? {} : { name }),
            ...(mimeType === undefined ? {} : { mimeType }),
            ...(bytes === undefined ? {} : { bytes })
        }
    ];
}

function choiceIn(part: Members): { readonly choice: CustomerChoice; readonly answered?: string } | undefined {
    for (const name of ['buttonResponse', 'quickReply'] as const) {
        const response = part.object(name);
        const optionIdentifier = response.id('payload');
        const title = response.id('text') ?? optionIdentifier;
        if (optionIdentifier === undefined || title === undefined) continue;
        const answered = response.id('originatingMessageId');
        return { choice: { optionIdentifier, title }, ...(answered === undefined ? {} : { answered }) };
    }
    return undefined;
}

/** A place, a sticker, a story: the rep at least knows of it. */
function cannotBeShown(message: Members, parts: readonly Members[]): string {
    if (message.whole === undefined) return '[The customer sent a message that Genesys Cloud no longer shows.]';
    const kinds = [...new Set(parts.map((part) => part.id('contentType') ?? 'something'))];
    return `[The customer sent what cannot be shown here: ${kinds.join(', ') || 'something without a text'}.]`;
}
