/** FormMessage: what the customer fills in. */
import type { Members } from '../members.ts';
import { kept } from '../members.ts';
import type { Asset, NamedValue, OptionItem, TitleItem } from './parts.ts';
import { imagesOf, optionOf, titleOf, valuesOf } from './parts.ts';

interface Form<F extends string> {
    readonly messageType: 'FormMessage';
    readonly formatType: F;
}

/** One thing to fill in, or a title or a footer between them. */
export interface FormInput {
    /**
     * SelectInput, SelectNavigationInput, OptionPickerInput, DatePickerInput, DateTimePickerInput, TextInput,
     * StaticFooter, StaticTitle.
     */
    readonly inputType: string;
    readonly id?: string;
    readonly label?: TitleItem;
    readonly hintText?: string;
    readonly required?: boolean;
    /** Of the inputs that one selects in. */
    readonly optionItems?: readonly OptionItem[];
    readonly multipleSelection?: boolean;
    /** Of a TextInput. */
    readonly keyboardType?: string;
    readonly placeholder?: string;
    /** Of a date: how it is to be written, e.g. `MM/DD/YYYY`. */
    readonly format?: string;
    /** Of a StaticTitle. */
    readonly titleItem?: TitleItem;
    /** Of a StaticFooter. */
    readonly buttonLabel?: string;
}

export interface FormInputs extends Form<'Inputs'> {
    readonly formTitle: TitleItem;
    readonly inputs: readonly FormInput[];
    readonly introScreen?: { readonly title?: string; readonly text?: string };
    readonly message?: TitleItem;
    readonly reply?: TitleItem;
    readonly images: readonly Asset[];
}

/** A form that Salesforce keeps under a name: its inputs are not in the event. */
export interface FormDefinition extends Form<'MessageDefinition'> {
    readonly messageDefinitionNameOrId: string;
    readonly targetLocale?: string;
    readonly parameters: readonly NamedValue[];
}

export type FormContent = FormInputs | FormDefinition;

const messageType = 'FormMessage';

/** An option stands in a navigation's item beside the input that it leads to. */
function inputOptionsOf(members: Members): OptionItem[] | undefined {
    if (!members.has('optionItems')) return undefined;
    return members
        .objects('optionItems')
        .map((item) => optionOf(item.has('optionItem') ? item.object('optionItem') : item));
}

function inputOf(members: Members): FormInput {
    return kept({
        inputType: members.id('inputType', 'needed') ?? '',
        id: members.id('id', 'needed'),
        label: titleOf(members.object('label')),
        hintText: members.text('hintText'),
        required: members.flag('required'),
        optionItems: inputOptionsOf(members),
        multipleSelection: members.flag('multipleSelection'),
        keyboardType: members.id('keyboardType'),
        placeholder: members.text('placeholder'),
        format: members.text('dateFormat') ?? members.text('dateTimeFormat'),
        titleItem: titleOf(members.object('titleItem')),
        buttonLabel: members.text('buttonLabel')
    });
}

function introOf(members: Members): FormInputs['introScreen'] {
    if (members.whole === undefined) return undefined;
    return kept({ title: members.text('title'), text: members.text('text') });
}

export const FORM: { readonly [F in FormContent['formatType']]: (m: Members) => Extract<FormContent, Form<F>> } = {
    Inputs: (m) =>
        kept({
            messageType,
            formatType: 'Inputs',
            formTitle: titleOf(m.object('formTitle', 'needed')) ?? { title: '' },
            inputs: m.objects('sections', 'needed').map((section) => inputOf(section.object('input', 'needed'))),
            introScreen: introOf(m.object('introScreen')),
            message: titleOf(m.object('message')),
            reply: titleOf(m.object('reply')),
            images: imagesOf(m)
        }),
    MessageDefinition: (m) =>
        kept({
            messageType,
            formatType: 'MessageDefinition',
            messageDefinitionNameOrId: m.text('messageDefinitionNameOrId', 'needed') ?? '',
            targetLocale: m.id('targetLocale'),
            parameters: valuesOf(m, 'parameters')
        })
};
