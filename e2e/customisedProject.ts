import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files that an admin's work changes, by path in the project: the new text from the old one, undefined for no file. */
export type Changes = Readonly<Record<string, (text: string) => string | undefined>>;

const PROJECT = path.resolve(import.meta.dirname, '..');
const UTILITY_BAR = 'force-app/demo/flexipages/Switchboard_Demo_UtilityBar.flexipage-meta.xml';
const COMPONENT = '<componentName>genesysUtility</componentName>';

/** A copy of this project with these changes. It lies inside the project, so that its components find their packages. */
export function projectWith(changes: Changes): { folder: string; remove(): void } {
    mkdirSync(path.join(PROJECT, 'build'), { recursive: true });
    const folder = mkdtempSync(path.join(PROJECT, 'build', 'customised-'));
    for (const part of ['force-app', 'config', 'sfdx-project.json']) {
        cpSync(path.join(PROJECT, part), path.join(folder, part), {
            recursive: true,
            filter: (file) => !file.endsWith('__tests__')
        });
    }
    for (const [name, change] of Object.entries(changes)) {
        const file = path.join(folder, name);
        const text = change(existsSync(file) ? readFileSync(file, 'utf8') : '');
        if (text === undefined) {
            rmSync(file);
            continue;
        }
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An admin sets properties of the utility item, by name. */
export function utilityItem(properties: Readonly<Record<string, string>>): Changes {
    const set = Object.entries(properties).map(
        ([name, value]) =>
            `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`
    );
    return {
        [UTILITY_BAR](page) {
            if (!page.includes(COMPONENT)) throw new Error(`${UTILITY_BAR} holds no ${COMPONENT}.`);
            return page.replace(COMPONENT, `${set.join('')}${COMPONENT}`);
        }
    };
}

/** An admin whose agents have both phones: the item for Salesforce Voice stands beside the other one. */
export const BOTH_UTILITY_ITEMS: Changes = {
    [UTILITY_BAR](page) {
        const item = /<itemInstances>.*?<\/itemInstances>/s.exec(page)?.[0] ?? '';
        if (!item.includes(COMPONENT)) throw new Error(`${UTILITY_BAR} holds no ${COMPONENT}.`);
        const second = item
            .replaceAll('genesysUtility', 'voiceUtility')
            .replace('<value>Switchboard</value>', '<value>Switchboard for Voice</value>');
        return page.replace(item, `${item}${second}`);
    }
};

/** Another team's component, created with the page as a utility item of its own. `script` and `template` are its files. */
export function anotherUtilityItem(name: string, { script, template }: { script: string; template: string }): Changes {
    const bundle = `force-app/demo/lwc/${name}/${name}`;
    const item =
        '<itemInstances><componentInstance><componentInstanceProperties><name>eager</name><type>decorator</type>' +
        `<value>true</value></componentInstanceProperties><componentName>${name}</componentName></componentInstance>` +
        '</itemInstances>';
    return {
        [`${bundle}.js`]: () => script,
        [`${bundle}.html`]: () => template,
        [`${bundle}.js-meta.xml`]: () => '<LightningComponentBundle/>',
        [UTILITY_BAR]: (page) => page.replace('</itemInstances>', `</itemInstances>${item}`)
    };
}
