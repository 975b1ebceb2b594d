/** ChoicesMessage: what the customer chooses from. The answer is a ChoicesResponseMessage with the option's identifier. */
import type { Members } from '../members.ts';
import { kept } from '../members.ts';
import type { Asset, LinkItem, NamedValue, OptionItem, TitleItem } from './parts.ts';
import { imagesOf, linkOf, optionOf, titleOf, valuesOf } from './parts.ts';

interface Choices<F extends string> {
    readonly messageType: 'ChoicesMessage';
    readonly formatType: F;
}

export interface Buttons extends Choices<'Buttons'> {
    readonly text: string;
    readonly optionItems: readonly OptionItem[];
}

export interface QuickReplies extends Choices<'QuickReplies'> {
    readonly text: string;
    readonly optionItems: readonly OptionItem[];
    readonly images: readonly Asset[];
}

export interface ListPicker extends Choices<'ListPicker'> {
    readonly title: string;
    readonly optionItems: readonly OptionItem[];
    readonly message?: TitleItem;
    readonly reply?: TitleItem;
    readonly images: readonly Asset[];
}

export interface CarouselItem {
    readonly titleItem: TitleItem;
    /** In the order of the item. */
    readonly interactionItems: readonly (OptionItem | LinkItem)[];
}

export interface Carousel extends Choices<'Carousel'> {
    readonly title?: string;
    readonly items: readonly CarouselItem[];
    readonly images: readonly Asset[];
}

export interface TimeSlot {
    readonly optionIdentifier: string;
    /** As it came, e.g. `2026-02-25T14:00:00Z`. */
    readonly startTime: string;
    /** In seconds. */
    readonly duration?: number;
}

export interface TimePicker extends Choices<'TimePicker'> {
    readonly title: string;
    readonly identifier?: string;
    readonly location?: string;
    readonly timeSlotOptionItems: readonly TimeSlot[];
    readonly message?: TitleItem;
    readonly reply?: TitleItem;
    readonly images: readonly Asset[];
}

/** A message that Salesforce keeps under a name: its text is not in the event. */
export interface ChoicesDefinition extends Choices<'MessageDefinition'> {
    readonly messageDefinitionNameOrId: string;
    readonly options: readonly { readonly optionIdentifier: string; readonly text?: string }[];
    readonly targetLocale?: string;
    readonly parameters: readonly NamedValue[];
}

export type ChoicesContent = Buttons | QuickReplies | ListPicker | Carousel | TimePicker | ChoicesDefinition;

const messageType = 'ChoicesMessage';

const optionsOf = (members: Members): OptionItem[] => members.objects('optionItems', 'needed').map(optionOf);

function carouselItemOf(members: Members): CarouselItem {
    return {
        titleItem: titleOf(members.object('titleItem', 'needed')) ?? { title: '' },
        interactionItems: members
            .objects('interactionItems', 'needed')
            .map((item) => (item.has('optionIdentifier') || !item.has('url') ? optionOf(item) : linkOf(item)))
    };
}

function timeSlotOf(members: Members): TimeSlot {
    return kept({
        optionIdentifier: members.id('optionIdentifier', 'needed') ?? '',
        startTime: members.text('startTime', 'needed') ?? '',
        duration: members.number('duration', 'needed')
    });
}

export const CHOICES: {
    readonly [F in ChoicesContent['formatType']]: (m: Members) => Extract<ChoicesContent, Choices<F>>;
} = {
    Buttons: (m) => ({
        messageType,
        formatType: 'Buttons',
        text: m.text('text', 'needed') ?? '',
        optionItems: optionsOf(m)
    }),
    QuickReplies: (m) => ({
        messageType,
        formatType: 'QuickReplies',
        text: m.text('text', 'needed') ?? '',
        optionItems: optionsOf(m),
        images: imagesOf(m)
    }),
    ListPicker: (m) =>
        kept({
            messageType,
            formatType: 'ListPicker',
            title: m.text('title', 'needed') ?? '',
            optionItems: optionsOf(m),
            message: titleOf(m.object('message')),
            reply: titleOf(m.object('reply')),
            images: imagesOf(m)
        }),
    Carousel: (m) =>
        kept({
            messageType,
            formatType: 'Carousel',
            title: m.text('title'),
            items: m.objects('items', 'needed').map(carouselItemOf),
            images: imagesOf(m)
        }),
    TimePicker: (m) => {
        const event = m.object('calendarEvent', 'needed');
        return kept({
            messageType,
            formatType: 'TimePicker',
            title: event.text('title', 'needed') ?? '',
            identifier: event.id('identifier', 'needed'),
            location: event.object('location').text('name'),
            timeSlotOptionItems: event.objects('timeSlotOptionItems', 'needed').map(timeSlotOf),
            message: titleOf(m.object('message')),
            reply: titleOf(m.object('reply')),
            images: imagesOf(m)
        });
    },
    MessageDefinition: (m) =>
        kept({
            messageType,
            formatType: 'MessageDefinition',
            messageDefinitionNameOrId: m.text('messageDefinitionNameOrId', 'needed') ?? '',
            options: m.objects('options', 'needed').map((option) =>
                kept({
                    optionIdentifier: option.id('optionIdentifier', 'needed') ?? '',
                    text: option.object('value').text('textValue')
                })
            ),
            targetLocale: m.id('targetLocale'),
            parameters: valuesOf(m, 'parameters')
        })
};
