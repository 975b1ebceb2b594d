/** Characters without a shape, but for joiners and selectors of a shape, which words and emoji need one at a time. */
const SHAPELESS =
    // They are meant one by one.
    // eslint-disable-next-line no-misleading-character-class
    /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2,}/gu;

/** Without what nobody sees: a text can be hidden in such characters, or be shown in another order than it is written. */
export const withoutInvisible = (text: string): string =>
    // Most texts have none, and ASCII cannot.
    /[^\0-\x7f]/.test(text) ? text.replace(SHAPELESS, '') : text;

/** Each of them as JSON escapes it, for somebody who must see all there is. */
export const asEscapes = (text: string): string =>
    text.replace(SHAPELESS, (found) =>
        Array.from(
            { length: found.length },
            (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`
        ).join('')
    );

/** What a person read stood in another order. */
export const isReversed = (text: string): boolean => /[\u202d\u202e]/.test(text);
