import type { FormContent, FormInput } from '../content/form.ts';
import { lines, titleText } from './lines.ts';
import type { Line } from './lines.ts';
import type { TextSettings } from './settings.ts';

function inputText(input: FormInput, { words }: TextSettings): Line {
    if (input.inputType === 'StaticFooter') return undefined;
    const title = titleText(input.label) || titleText(input.titleItem) || input.placeholder || '';
    const hints = [input.required ? words.required : '', input.hintText, input.format].filter((hint) => hint?.trim());
    const options = (input.optionItems ?? []).map(({ titleItem }) => `- ${titleText(titleItem) ?? ''}`);
    return lines(hints.length > 0 ? `${title} (${hints.join(', ')})`.trim() : title, ...options);
}

/** What is asked for, one below the other, so that a customer can answer in words. */
export function formText(content: FormContent, settings: TextSettings): string {
    if (content.formatType === 'MessageDefinition') return '';
    return lines(
        content.introScreen?.title,
        content.introScreen?.text,
        titleText(content.message),
        titleText(content.formTitle),
        ...content.inputs.map((input) => inputText(input, settings))
    );
}
