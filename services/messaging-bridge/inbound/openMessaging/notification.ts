import { kept, Members } from '../../outbound/members.ts';
import type { CustomerFile, CustomerSaid } from '../customerMessage.ts';

/** What Genesys Cloud tells by the webhook of an open messaging integration. */
export type Notification =
    | {
          readonly kind: 'message';
          readonly messageId: string;
          /** Whom it is for: the name of a conversation of Salesforce. */
          readonly to: string;
          /** Epoch milliseconds. */
          readonly at: number;
          readonly content: CustomerSaid['content'];
      }
    | { readonly kind: 'typing'; readonly to: string; readonly messageId: string; readonly isTyping: boolean }
    | { readonly kind: 'receipt'; readonly to: string; readonly messageId: string; readonly status: string }
    /** Nothing that is told: our own side of the conversation, or an event of another kind. */
    | { readonly kind: 'nothing' };

/**
 * Reads a normalized message that goes out. Undefined where it is none, or where nobody could act on it: no id, nobody it
 * is for. Pure; never throws.
 */
export function notificationIn(given: unknown, now: number): Notification | undefined {
    const told = new Members(given, '', []);
    const channel = told.object('channel');
    const messageId = told.id('id') ?? channel.id('messageId');
    const to = channel.object('to').id('id');
    const type = told.id('type');
    if (messageId === undefined || to === undefined || type === undefined) return undefined;
    if (told.id('direction')?.toLowerCase() === 'inbound') return { kind: 'nothing' };
    if (type === 'Receipt') return { kind: 'receipt', to, messageId, status: told.id('status') ?? '' };
    if (type === 'Event') {
        const typing = told.objects('events').find((event) => event.id('eventType') === 'Typing');
        if (typing === undefined) return { kind: 'nothing' };
        return { kind: 'typing', to, messageId, isTyping: typing.object('typing').id('type') !== 'Off' };
    }
    const time = Date.parse(channel.id('time') ?? '');
    const at = Number.isNaN(time) ? now : time;
    return { kind: 'message', messageId, to, at, content: contentIn(told, type) };
}

function contentIn(told: Members, type: string): CustomerSaid['content'] {
    const contents = told.objects('content');
    const files = contents.flatMap((content) => fileIn(content.object('attachment')) ?? []);
    const lines = [told.text('text') ?? '', ...contents.flatMap(linesIn)].filter((line) => line.trim() !== '');
    // What has neither was said all the same: the rep is to know.
    if (lines.length === 0 && files.length === 0) lines.push(`[A message of the kind ${type}, which has no text.]`);
    return { ...(lines.length === 0 ? {} : { text: lines.join('\n') }), ...(files.length === 0 ? {} : { files }) };
}

function fileIn(attachment: Members): CustomerFile | undefined {
    if (attachment.whole === undefined) return undefined;
    return kept({
        url: attachment.id('url') ?? '',
        name: attachment.id('filename'),
        mimeType: attachment.id('mime'),
        bytes: attachment.number('contentSizeBytes')
    });
}

/** What can be read in a content that is no file: options, cards, and the words beside a file. */
function linesIn(content: Members): string[] {
    const of = (member: string, ...names: readonly string[]): string[] =>
        names.flatMap((name) => content.object(member).text(name) ?? []);
    const cards = [content.object('card'), ...content.object('carousel').objects('cards')].flatMap((card) => [
        ...['title', 'description'].flatMap((name) => card.text(name) ?? []),
        ...card.objects('actions').flatMap((action) => action.text('text') ?? [])
    ]);
    return [
        ...of('attachment', 'text'),
        ...of('quickReply', 'text'),
        ...of('generic', 'title', 'description'),
        ...of('buttonResponse', 'text'),
        ...of('text', 'body'),
        ...cards
    ];
}
