import { fill } from 'c/labelText';
import { newRuleFindings } from 'c/mappingAdvice';
import type { MappingPicture } from 'c/mappingAdvice';
import { columnText, ruleOf } from 'c/mappingFiles';
import type { Comparison, DifferentRecord, FileProblem, MappingRecord } from 'c/mappingFiles';
import { findingText } from 'c/mappingWords';
import { LABELS } from './labels.ts';

export interface DifferenceRow {
    readonly key: string;
    readonly record: string;
    readonly where: string;
    readonly what: string;
}

export function differenceRows(comparison: Comparison): DifferenceRow[] {
    const { different, notRead, onlyHere, onlyThere, unusableHere } = comparison;
    return [
        ...different.map((one) => row(one.here, LABELS.differs, changes(one))),
        ...notRead.map((record) => row(record, LABELS.notRead, ruleText(record))),
        ...unusableHere.map((record) => row(record, LABELS.unusableHere, ruleText(record))),
        ...onlyHere.map((record) => row(record, LABELS.onlyHere, ruleText(record))),
        ...onlyThere.map((record) => row(record, LABELS.onlyThere, ruleText(record)))
    ];
}

/** What came of it, in numbers. `notRead`: problems of the file. */
export function resultText(comparison: Comparison, notRead: number): string {
    const { same, different, onlyHere, onlyThere, unusableHere } = comparison;
    const counts = [same, different.length, onlyHere.length, onlyThere.length];
    const result = notRead === 0 ? fill(LABELS.result, ...counts) : fill(LABELS.resultNotRead, ...counts, notRead);
    return unusableHere.length === 0 ? result : `${result} ${fill(LABELS.resultUnusable, unusableHere.length)}`;
}

function row({ developerName }: MappingRecord, where: string, what: string): DifferenceRow {
    return { key: `${developerName}|${where}`, record: developerName, where, what };
}

function ruleText({ attribute, field }: MappingRecord): string {
    return fill(LABELS.rule, attribute, field);
}

function changes({ here, there, columns }: DifferentRecord): string {
    const shown = (record: MappingRecord, column: (typeof columns)[number]): string =>
        columnText(record, column) || LABELS.nothing;
    return columns.map((column) => fill(LABELS.change, column, shown(here, column), shown(there, column))).join('; ');
}

/** What this org would say about records that come from a file; nothing about those that work. */
export function checkedTexts(records: readonly MappingRecord[], picture: MappingPicture | undefined): string[] {
    if (!picture) return [];
    return records.flatMap((record) => {
        const rule = ruleOf(record);
        const rules = picture.rules.filter(({ id }) => id.toLowerCase() !== record.developerName.toLowerCase());
        const found = rule?.active ? newRuleFindings(rule, { ...picture, rules }) : [];
        return found
            .filter(({ level }) => level !== 'note')
            .map((finding) => fill(LABELS.checkedOne, record.developerName, findingText(finding)));
    });
}

export function problemText({ code, at, given }: FileProblem): string {
    const text = given === undefined ? LABELS[code] : fill(LABELS[code], given);
    if (at === undefined) return text;
    return fill(LABELS.at, /^\d+$/.test(at) ? fill(LABELS.line, at) : at, text);
}
