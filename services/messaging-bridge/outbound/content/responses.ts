/** What the customer answered to choices and to a form. Salesforce tells it too; it is never sent back to them. */
import type { Members } from '../members.ts';
import { kept } from '../members.ts';
import type { TitleItem } from './parts.ts';
import { titleOf } from './parts.ts';

export interface Selections {
    readonly messageType: 'ChoicesResponseMessage';
    readonly formatType: 'Selections';
    readonly selectedOptions: readonly { readonly optionIdentifier: string; readonly optionTitle?: TitleItem }[];
}

export interface ResponseInputs {
    readonly messageType: 'FormResponseMessage';
    readonly formatType: 'Inputs';
    readonly formTitle?: TitleItem;
    /** As they came. */
    readonly inputValues: readonly unknown[];
}

export interface ResponseResult {
    readonly messageType: 'FormResponseMessage';
    readonly formatType: 'Result';
    /** As it came. */
    readonly result: unknown;
}

export type ResponseContent = Selections | ResponseInputs | ResponseResult;

export const CHOICES_RESPONSE = {
    Selections: (m: Members): Selections => ({
        messageType: 'ChoicesResponseMessage',
        formatType: 'Selections',
        selectedOptions: m.objects('selectedOptions', 'needed').map((option) =>
            kept({
                optionIdentifier: option.id('optionIdentifier', 'needed') ?? '',
                optionTitle: titleOf(option.object('optionTitle'))
            })
        )
    })
};

export const FORM_RESPONSE = {
    Inputs: (m: Members): ResponseInputs =>
        kept({
            messageType: 'FormResponseMessage',
            formatType: 'Inputs',
            formTitle: titleOf(m.object('formTitle')),
            inputValues: m.list('inputValues', 'needed')
        }),
    Result: (m: Members): ResponseResult => ({
        messageType: 'FormResponseMessage',
        formatType: 'Result',
        result: m.object('result', 'needed').whole
    })
};
