import type { Carousel, ChoicesContent } from '../content/choices.ts';
import { choicesOf } from './choicesOf.ts';
import { isOption, lines, linkText, titleText } from './lines.ts';
import type { Line } from './lines.ts';
import type { TextSettings } from './settings.ts';

/** Each card's title with its options below it; the numbers run on through all cards. */
function carouselText(content: Carousel): string {
    let number = 0;
    const cards = content.items.flatMap(({ titleItem, interactionItems }): Line[] => [
        titleText(titleItem),
        ...interactionItems.map((item) =>
            isOption(item) ? `${(number += 1)}. ${titleText(item.titleItem) ?? ''}` : linkText(item)
        )
    ]);
    return lines(content.title, ...cards);
}

function question(content: Exclude<ChoicesContent, Carousel>): Line[] {
    switch (content.formatType) {
        case 'Buttons':
        case 'QuickReplies':
            return [content.text];
        case 'ListPicker':
            return [titleText(content.message), content.title];
        case 'TimePicker':
            return [titleText(content.message), content.title, content.location];
        case 'MessageDefinition':
            return [];
    }
}

/** The question, and the options with the numbers that `choicesOf` gives them. */
export function choicesText(content: ChoicesContent, settings: TextSettings): string {
    if (content.formatType === 'Carousel') return carouselText(content);
    const choices = choicesOf(content, settings).filter(({ title }) => title.trim() !== '');
    return lines(...question(content), ...choices.map(({ number, title }) => `${number}. ${title}`));
}
