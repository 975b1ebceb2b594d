import { fill } from 'c/labelText';
import type { FieldSource, SourcePart } from 'c/mappingAdvice';
import { fieldText, typesText } from 'c/mappingWords';
import { LABELS } from './labels.ts';

export interface SourceRow {
    readonly field: string;
    readonly name: string;
    readonly parts: readonly { readonly key: string; readonly text: string }[];
}

/** What fills each field, in words. */
export function sourceRows(sources: readonly FieldSource[]): SourceRow[] {
    return sources.map(({ field, fieldLabel, parts }) => ({
        field,
        name: fieldText(field, fieldLabel),
        parts: parts.map((part) => ({ key: typesText(part.types), text: partText(part) }))
    }));
}

function partText(part: SourcePart): string {
    const source = sourceText(part);
    return part.types === 'all' ? source : fill(LABELS.forTypes, typesText(part.types), source);
}

function sourceText({ origin, rule, offBy, blocked }: SourcePart): string {
    if (rule) {
        const source =
            origin === 'builtIn'
                ? fill(LABELS.byBuiltIn, rule.attribute)
                : fill(LABELS.byRecord, rule.attribute, rule.id);
        return blocked ? fill(LABELS.butProblem, source) : source;
    }
    if (origin === 'defaultField') return blocked ? LABELS.byItselfNot : LABELS.byItself;
    return offBy === undefined ? LABELS.byNothing : fill(LABELS.byNothingOff, offBy);
}
