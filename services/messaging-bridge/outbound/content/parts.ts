/** The pieces that contents are made of. */
import type { Members } from '../members.ts';
import { kept } from '../members.ts';

export interface TitleItem {
    readonly title: string;
    readonly subTitle?: string;
    readonly secondarySubTitle?: string;
    readonly tertiarySubTitle?: string;
}

/** An option that the customer may choose; the answer goes back with its identifier. */
export interface OptionItem {
    readonly optionIdentifier: string;
    readonly titleItem: TitleItem;
}

export interface LinkItem {
    readonly titleItem?: TitleItem;
    readonly url: string;
}

/** A picture, a film or a document at an address. */
export interface Asset {
    readonly id?: string;
    /** ImageAsset, VideoAsset, DocumentAsset. */
    readonly assetType?: string;
    readonly mimeType?: string;
    readonly assetUrl?: string;
    readonly description?: string;
}

/** A value with a name; the value as it came. */
export interface NamedValue {
    readonly name: string;
    readonly value: unknown;
}

export function titleOf(members: Members): TitleItem | undefined {
    if (members.whole === undefined) return undefined;
    return kept({
        title: members.text('title', 'needed') ?? '',
        subTitle: members.text('subTitle'),
        secondarySubTitle: members.text('secondarySubTitle'),
        tertiarySubTitle: members.text('tertiarySubTitle')
    });
}

const NO_TITLE: TitleItem = { title: '' };

/** An option without an identifier can be read, but the answer cannot name it: its identifier is empty then. */
export function optionOf(members: Members): OptionItem {
    return {
        optionIdentifier: members.id('optionIdentifier', 'needed') ?? '',
        titleItem: titleOf(members.object('titleItem', 'needed')) ?? NO_TITLE
    };
}

export function linkOf(members: Members): LinkItem {
    return kept({ titleItem: titleOf(members.object('titleItem')), url: members.text('url', 'needed') ?? '' });
}

export function assetOf(members: Members): Asset | undefined {
    if (members.whole === undefined) return undefined;
    return kept({
        id: members.id('id'),
        assetType: members.id('assetType'),
        mimeType: members.id('mimeType'),
        assetUrl: members.id('assetUrl'),
        description: members.text('description')
    });
}

export function imagesOf(members: Members): Asset[] {
    return members.objects('images').flatMap((image) => assetOf(image) ?? []);
}

export function valuesOf(members: Members, name: string): NamedValue[] {
    return members.objects(name).map((value) => ({ name: value.text('name') ?? '', value: value.raw('value') }));
}
