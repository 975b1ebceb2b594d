import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '..');
const UTILITY_BAR = 'force-app/demo/flexipages/Switchboard_Demo_UtilityBar.flexipage-meta.xml';
const COMPONENT = '<componentName>genesysUtility</componentName>';

/**
 * A copy of this project in which an admin set properties of the utility item, by name. It lies inside the project, so
 * that its components find their packages.
 */
export function projectWith(properties: Readonly<Record<string, string>>): { folder: string; remove(): void } {
    mkdirSync(path.join(PROJECT, 'build'), { recursive: true });
    const folder = mkdtempSync(path.join(PROJECT, 'build', 'customised-'));
    for (const part of ['force-app', 'config', 'sfdx-project.json']) {
        cpSync(path.join(PROJECT, part), path.join(folder, part), {
            recursive: true,
            filter: (file) => !file.endsWith('__tests__')
        });
    }
    const file = path.join(folder, UTILITY_BAR);
    const page = readFileSync(file, 'utf8');
    if (!page.includes(COMPONENT)) throw new Error(`${UTILITY_BAR} holds no ${COMPONENT}.`);
    const set = Object.entries(properties).map(
        ([name, value]) =>
            `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`
    );
    writeFileSync(file, page.replace(COMPONENT, `${set.join('')}${COMPONENT}`));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
