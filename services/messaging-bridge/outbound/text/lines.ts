import type { LinkItem, OptionItem, TitleItem } from '../content/parts.ts';

export type Line = string | undefined;

/** Non-empty lines, one below the other. */
export const lines = (...given: readonly Line[]): string =>
    given.flatMap((line) => (line === undefined || line.trim() === '' ? [] : [line])).join('\n');

/** `Title - sub title`. */
export function titleText(item: TitleItem | undefined): Line {
    if (item === undefined) return undefined;
    const { title, subTitle, secondarySubTitle, tertiarySubTitle } = item;
    return [title, subTitle, secondarySubTitle, tertiarySubTitle].filter((part) => part?.trim()).join(' - ');
}

/** `Title: https://…`. */
export function linkText(link: LinkItem): string {
    const title = titleText(link.titleItem);
    if (!title) return link.url;
    return link.url === '' ? title : `${title}: ${link.url}`;
}

export const isOption = (item: OptionItem | LinkItem): item is OptionItem => 'optionIdentifier' in item;
