import type { ResponseContent } from '../content/responses.ts';
import { lines, titleText } from './lines.ts';

/** What the customer answered, for a rep who reads the transcript elsewhere. */
export function responseText(content: ResponseContent): string {
    switch (content.formatType) {
        case 'Selections':
            return lines(...content.selectedOptions.map(({ optionTitle }) => titleText(optionTitle)));
        case 'Inputs':
            return titleText(content.formTitle) ?? '';
        case 'Result':
            return '';
    }
}
