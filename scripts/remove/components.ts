/** What an org has of these folders, and which component names which: nothing can be deleted that another names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import '../sf/noLogFile.ts';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';

export interface Component {
    /** As package.xml names it: `LightningComponentBundle`. */
    readonly type: string;
    readonly name: string;
    /** Its own files, or the part of a file that is its own. */
    readonly text: string;
    /** Words by which another component names it. */
    readonly words: readonly string[];
}

/** Goes with the object that it belongs to. */
const PART_OF_OBJECT = new Set(['CustomField', 'ListView', 'Layout', 'CompactLayout', 'RecordType']);

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function wordsOf(type: string, name: string): string[] {
    switch (type) {
        case 'LightningComponentBundle':
            return [`'c/${name}'`, `"c/${name}"`, `<c-${kebab(name)}`, `>${name}<`, `>c:${name}<`];
        case 'CustomLabel':
            return [`@salesforce/label/c.${name}'`];
        case 'LightningMessageChannel':
            return [`@salesforce/messageChannel/${name}__c'`];
        case 'CustomField': {
            const field = name.slice(name.indexOf('.') + 1);
            return ['Activity', 'Task', 'Event'].flatMap((object) => [`>${object}.${field}<`, `/${object}.${field}'`]);
        }
        case 'CustomObject':
            return [`>${name}<`, `>${name}.`];
        default:
            return [`>${name}<`];
    }
}

const isOurs = ({ fullName }: SourceComponent): boolean => /__\w+$/.test(fullName);

const textOf = (component: SourceComponent): string =>
    [...(component.xml ? [component.xml] : []), ...component.walkContent()]
        .filter((file) => !file.split(path.sep).includes('__tests__') && !file.endsWith('.ts'))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n');

/** Of a record the type, of a report and a dashboard the folder. */
const holderOf = (type: string, name: string): string =>
    type === 'CustomMetadata' ? `>${name.split('.')[0]}__mdt<` : name.includes('/') ? `>${name.split('/')[0]}<` : '';

/** @param folders below `root`, such as `force-app/tasks` */
export function componentsOf(root: string, folders: readonly string[]): Component[] {
    const found = ComponentSet.fromSource(folders.map((name) => path.join(root, name))).getSourceComponents();
    return found.toArray().flatMap((component): Component[] => {
        const type = component.type.name;
        const { fullName: name } = component;
        const one = (kind: string, called: string, text: string): Component => ({
            type: kind,
            name: called,
            text,
            words: wordsOf(kind, called)
        });
        if (type === 'CustomLabels')
            return component.getChildren().map((label) => one('CustomLabel', label.fullName, ''));
        // Fields that were added to an object of the platform; an object of ours goes with all that is in it.
        if (type === 'CustomObject' && !isOurs(component))
            return component.getChildren().map((field) => one(field.type.name, field.fullName, textOf(field)));
        if (PART_OF_OBJECT.has(type) && type !== 'CustomField') return [];
        return [one(type, name, `${textOf(component)}\n${holderOf(type, name)}`)];
    });
}

export const names = (user: Component, used: Component): boolean =>
    user !== used && used.words.some((word) => user.text.includes(word));
