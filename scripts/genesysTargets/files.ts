import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { developerName, recordXml, typeOf } from './record.ts';
import { keyOf } from './rows.ts';
import type { Problem, Target } from './rows.ts';

/** A record that is in the folder already. */
export interface ExistingRecord {
    readonly file: string;
    readonly content: string;
    /** What it is the record of; undefined when that could not be read. */
    readonly key: string | undefined;
}

export interface PlannedFile {
    readonly name: string;
    readonly content: string;
    readonly target: Target;
    readonly is: 'new' | 'replaced' | 'same';
}

const RECORD = /^(Switchboard_Transfer_Target|Switchboard_Agent_Status)\.\w+\.md-meta\.xml$/;

export function existingRecords(folder: string): ExistingRecord[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .filter((file) => RECORD.test(file))
        .sort()
        .map((file) => {
            const content = readFileSync(path.join(folder, file), 'utf8');
            return { file, content, key: keyIn(file, content) };
        });
}

/**
 * Which file each target makes. A target whose record exists keeps that file, whatever the record was called, so that a
 * queue that was renamed does not become two.
 */
export function planned(
    targets: readonly Target[],
    existing: readonly ExistingRecord[],
    replace: boolean
): { readonly files: readonly PlannedFile[]; readonly refused: readonly Problem[] } {
    // File systems may not tell upper case from lower, and neither does Salesforce.
    const names = new Set(existing.map(({ file }) => file.toLowerCase()));
    const files: PlannedFile[] = [];
    const refused: Problem[] = [];
    for (const target of targets) {
        const content = recordXml(target);
        const before = existing.find(({ key }) => key === keyOf(target));
        if (before === undefined) {
            const file = (name: string): string => `${typeOf(target)}.${name}.md-meta.xml`;
            const name = file(developerName(target, (one) => names.has(file(one).toLowerCase())));
            names.add(name.toLowerCase());
            files.push({ name, content, target, is: 'new' });
        } else if (before.content === content) {
            files.push({ name: before.file, content, target, is: 'same' });
        } else if (replace) {
            files.push({ name: before.file, content, target, is: 'replaced' });
        } else {
            const allowed = `${before.file} is its record and says something else. Give --replace to overwrite it.`;
            refused.push({
                line: target.line,
                column: 'all columns',
                given: `${target.kind} "${target.name}"`,
                allowed
            });
        }
    }
    return { files, refused };
}

export function write(folder: string, files: readonly PlannedFile[]): void {
    const changed = files.filter(({ is }) => is !== 'same');
    if (changed.length > 0) mkdirSync(folder, { recursive: true });
    for (const { name, content, is } of changed) {
        writeFileSync(path.join(folder, name), content, { flag: is === 'new' ? 'wx' : 'w' });
    }
}

function keyIn(file: string, content: string): string | undefined {
    try {
        const parsed = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'values' }).parse(content) as {
            CustomMetadata?: { values?: { field?: unknown; value?: unknown }[] };
        };
        const values = new Map(parsed.CustomMetadata?.values?.map(({ field, value }) => [field, value]));
        const status = file.startsWith('Switchboard_Agent_Status.');
        const kind = status ? 'Status' : values.get('Kind__c');
        const address = values.get(status ? 'Status__c' : 'Address__c');
        return typeof kind === 'string' && typeof address === 'string' ? keyOf({ kind, address }) : undefined;
    } catch {
        return undefined;
    }
}
