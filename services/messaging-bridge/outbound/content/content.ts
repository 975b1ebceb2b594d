import type { Members } from '../members.ts';
import { kept } from '../members.ts';
import { nameInWords } from '../problem.ts';
import type { ChoicesContent } from './choices.ts';
import { CHOICES } from './choices.ts';
import type { FormContent } from './form.ts';
import { FORM } from './form.ts';
import type { ResponseContent } from './responses.ts';
import { CHOICES_RESPONSE, FORM_RESPONSE } from './responses.ts';
import type { StaticContent } from './static.ts';
import { STATIC } from './static.ts';

/** A kind of message that this bridge does not know. Its readable texts are its fallback. */
export interface UnknownContent {
    readonly messageType: 'Unknown';
    readonly formatType: 'Unknown';
    /** The names that were unknown. Empty: the names are known, and what they announce is missing. */
    readonly unknown: { readonly messageType?: string; readonly formatType?: string };
    /** As it came. Holds what people wrote. */
    readonly raw: unknown;
}

export type Content = StaticContent | ChoicesContent | FormContent | ResponseContent | UnknownContent;

type Readers = Readonly<Record<string, (members: Members) => Content>>;

interface MessageKind {
    /** The member that holds the content. */
    readonly member: string;
    readonly formats: Readers;
}

/** Every messageType that is known, and its formats. */
export const MESSAGE_KINDS: Readonly<Record<string, MessageKind>> = {
    StaticContentMessage: { member: 'staticContent', formats: STATIC },
    ChoicesMessage: { member: 'choices', formats: CHOICES },
    FormMessage: { member: 'form', formats: FORM },
    ChoicesResponseMessage: { member: 'choicesResponse', formats: CHOICES_RESPONSE },
    FormResponseMessage: { member: 'formResponse', formats: FORM_RESPONSE }
};

const own = <T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined =>
    name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

/** What an AbstractMessage says. Never throws: what is not known is kept as UnknownContent. */
export function contentOf(message: Members): Content {
    const messageType = message.id('messageType', 'needed');
    const kind = own(MESSAGE_KINDS, messageType);
    const content = kind && message.object(kind.member, 'needed');
    const formatType = content?.whole && content.id('formatType', 'needed');
    const format = content?.whole && kind && own(kind.formats, formatType);
    if (content && format) return format(content);
    return {
        messageType: 'Unknown',
        formatType: 'Unknown',
        unknown: kept({
            messageType: kind || messageType === undefined ? undefined : nameInWords(messageType),
            formatType: formatType === undefined ? undefined : nameInWords(formatType)
        }),
        raw: message.whole
    };
}
