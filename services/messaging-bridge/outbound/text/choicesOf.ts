import type { ChoicesContent } from '../content/choices.ts';
import type { Content } from '../content/content.ts';
import { isOption, titleText } from './lines.ts';
import type { TextSettings } from './settings.ts';
import { DEFAULT_TEXT } from './settings.ts';
import { timeSlotText } from './timeSlotText.ts';

/** An option as the customer reads it; `2` in an answer means the second. */
export interface Choice {
    readonly number: number;
    /** What the answer names. Empty where Salesforce gave none: then it cannot be answered by choosing. */
    readonly optionIdentifier: string;
    readonly title: string;
}

type Option = Omit<Choice, 'number'>;

function optionsOf(content: ChoicesContent, settings: TextSettings): Option[] {
    switch (content.formatType) {
        case 'TimePicker':
            return content.timeSlotOptionItems.map((slot) => ({
                optionIdentifier: slot.optionIdentifier,
                title: timeSlotText(slot, settings)
            }));
        case 'Carousel':
            return content.items.flatMap(({ interactionItems }) =>
                interactionItems.filter(isOption).map(({ optionIdentifier, titleItem }) => ({
                    optionIdentifier,
                    title: titleText(titleItem) ?? ''
                }))
            );
        case 'MessageDefinition':
            return content.options.map(({ optionIdentifier, text }) => ({ optionIdentifier, title: text ?? '' }));
        default:
            return content.optionItems.map(({ optionIdentifier, titleItem }) => ({
                optionIdentifier,
                title: titleText(titleItem) ?? ''
            }));
    }
}

/** What the customer can choose from, numbered as in the text of the message. Empty for all that is no choice. */
export function choicesOf(content: Content, settings: TextSettings = DEFAULT_TEXT): Choice[] {
    if (content.messageType !== 'ChoicesMessage') return [];
    return optionsOf(content, settings).map((option, index) => ({ number: index + 1, ...option }));
}
