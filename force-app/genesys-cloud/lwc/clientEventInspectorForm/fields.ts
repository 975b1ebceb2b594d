import { ACTIONS } from 'c/clientEventCatalogue';
import type { ActionField, ActionRow, FieldValues } from 'c/clientEventCatalogue';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

/** What somebody typed or chose, by the path of the field. */
export type Typed = Readonly<Record<string, string>>;

export interface Option {
    readonly label: string;
    readonly value: string;
}

/** A field as the form shows it. The path is a word of the contract, so it is its own label. */
export interface ShownField {
    readonly path: string;
    readonly label: string;
    readonly value: string;
    readonly required: boolean;
    readonly isChoice: boolean;
    readonly isLines: boolean;
    readonly options: readonly Option[];
    readonly help: string | undefined;
}

/** A value that cannot even be given to the builder. */
export interface FieldProblem {
    readonly path: string;
    readonly message: string;
}

export function actionOptions(): Option[] {
    return ACTIONS.map(({ builder }) => ({ label: builder, value: builder }));
}

/** The field that names the conversation, where the action has one. */
export function conversationField({ fields, publishes }: ActionRow): string | undefined {
    if (!publishes.startsWith('PureCloud.Interaction.')) return undefined;
    return fields.some(({ path }) => path === 'interactionId') ? 'interactionId' : 'id';
}

export function shownFields({ fields }: ActionRow, typed: Typed): ShownField[] {
    return fields.map((field) => ({
        path: field.path,
        label: field.local ? fill(LABELS.local, field.path) : field.path,
        value: typed[field.path] ?? '',
        required: field.required && field.path !== 'secureSessionContext.userData',
        isChoice: field.kind === 'choice' || field.kind === 'flag',
        isLines: field.kind === 'pairs',
        options: optionsOf(field),
        help: field.kind === 'list' ? LABELS.listHelp : field.kind === 'pairs' ? LABELS.pairsHelp : undefined
    }));
}

/** What the builder is given; what was left empty is left out, but a text that is required. */
export function valuesOf({ fields }: ActionRow, typed: Typed): FieldValues | FieldProblem {
    const values: Record<string, unknown> = {};
    for (const field of fields) {
        const text = typed[field.path] ?? '';
        if (text === '' && (!field.required || field.kind !== 'text')) continue;
        const value = valueOf(field, text);
        if (value instanceof WrongLine) return { path: field.path, message: fill(LABELS.pairsWrong, value.line) };
        values[field.path] = value;
    }
    return values;
}

export function isProblem(values: FieldValues | FieldProblem): values is FieldProblem {
    return typeof values.path === 'string' && typeof values.message === 'string';
}

class WrongLine {
    readonly line: number;
    constructor(line: number) {
        this.line = line;
    }
}

function valueOf({ kind }: ActionField, text: string): unknown {
    switch (kind) {
        case 'flag':
            return text === 'true';
        case 'list':
            return text
                .split(',')
                .map((part) => part.trim())
                .filter((part) => part !== '');
        case 'pairs':
            return pairsOf(text);
        default:
            return text;
    }
}

function pairsOf(text: string): Record<string, unknown> | WrongLine {
    const pairs: [string, unknown][] = [];
    for (const [index, line] of text.split('\n').entries()) {
        if (line.trim() === '') continue;
        const at = line.indexOf('=');
        if (at < 1) return new WrongLine(index + 1);
        pairs.push([line.slice(0, at).trim(), plainValue(line.slice(at + 1).trim())]);
    }
    return Object.fromEntries(pairs);
}

/** true, false, null, a number and a text in quotes are meant as such; everything else is the text itself. */
function plainValue(text: string): unknown {
    if (!/^(?:true|false|null|-?\d+(?:\.\d+)?|".*")$/.test(text)) return text;
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return text;
    }
}

function optionsOf({ allowed, kind, required }: ActionField): Option[] {
    const nothing = required ? [] : [{ label: LABELS.leaveOut, value: '' }];
    if (kind === 'flag') {
        return [...nothing, { label: LABELS.yes, value: 'true' }, { label: LABELS.no, value: 'false' }];
    }
    return [...nothing, ...(allowed ?? []).map((value) => ({ label: value, value }))];
}
