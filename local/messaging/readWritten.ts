import { BadRequest } from '../genesys/requestBody.ts';
import type { Body } from '../genesys/requestBody.ts';
import type { SentFile, Written } from './repEvents.ts';

const MOST_OPTIONS = 13;
const MOST_CHARACTERS = 20_000;

/** `{text}`, `{text, options: [title, …]}` for a question with answers, or `{text, file}`. Throws BadRequest. */
export function readWritten({ file, options, text }: Body, keep: (file: unknown) => SentFile): Written {
    if (file !== undefined) return { text: typeof text === 'string' ? text : '', file: keep(file) };
    if (typeof text !== 'string' || text.trim() === '') throw new BadRequest('text must be a text that is not blank.');
    if (text.length > MOST_CHARACTERS)
        throw new BadRequest(`text has ${text.length} characters; at most ${MOST_CHARACTERS} are allowed.`);
    if (options === undefined) return { text };
    const titles: readonly unknown[] = Array.isArray(options) ? options : [];
    const isTitle = (title: unknown): title is string => typeof title === 'string' && title.trim() !== '';
    if (titles.length < 1 || titles.length > MOST_OPTIONS || !titles.every(isTitle))
        throw new BadRequest(`options must be a list of 1 to ${MOST_OPTIONS} texts that are not blank.`);
    return { text, options: titles.map((title, at) => ({ id: `option-${at + 1}`, title })) };
}
