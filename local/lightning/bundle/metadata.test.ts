import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readApp } from './app.ts';
import { iconLibrary, iconsNamedIn } from './icons.ts';
import { readLabels } from './labels.ts';
import { projectFolders } from './projectFolders.ts';
import { salesforceModule } from './salesforceModules.ts';

let product = '';
beforeEach(() => {
    product = mkdtempSync(path.join(tmpdir(), 'switchboard-metadata-'));
});
afterEach(() => rmSync(product, { recursive: true, force: true }));

function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(product, file)), { recursive: true });
    writeFileSync(path.join(product, file), text);
}

const label = (name: string, value: string): string =>
    `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected>` +
    `<shortDescription>x</shortDescription><value>${value}</value></labels>`;
const labelsFile = (...labels: string[]): string => `<CustomLabels>${labels.join('')}</CustomLabels>`;

describe('a developer who writes a label', () => {
    it('reads it on the page with its entities decoded', () => {
        write(
            'tasks/labels/CustomLabels.labels-meta.xml',
            labelsFile(label('A', 'Hold &amp; wait &lt;now&gt; &apos;here&apos;'))
        );
        assert.equal(readLabels(product).get('A'), "Hold & wait <now> 'here'");
    });

    it('keeps text that looks like a number as text', () => {
        write('tasks/labels/CustomLabels.labels-meta.xml', labelsFile(label('A', '007')));
        assert.equal(readLabels(product).get('A'), '007');
    });

    it('finds the labels of every package', () => {
        write('tasks/labels/CustomLabels.labels-meta.xml', labelsFile(label('A', 'a')));
        write('agent-panel/labels/CustomLabels.labels-meta.xml', labelsFile(label('B', 'b'), label('C', 'c')));
        assert.deepEqual([...readLabels(product).keys()].sort(), ['A', 'B', 'C']);
    });

    it('is told the file and the name when two packages define it', () => {
        write('a/labels/CustomLabels.labels-meta.xml', labelsFile(label('A', 'a')));
        write('b/labels/CustomLabels.labels-meta.xml', labelsFile(label('A', 'b')));
        assert.throws(() => readLabels(product), /b.labels.CustomLabels.*A is defined twice/);
    });

    it('is told the file and the line of broken XML', () => {
        write('a/labels/CustomLabels.labels-meta.xml', '<CustomLabels>\n<labels>\n</CustomLabels>');
        assert.throws(() => readLabels(product), /CustomLabels\.labels-meta\.xml:\d+:/);
    });

    it('is told when the value is missing', () => {
        write('a/labels/CustomLabels.labels-meta.xml', labelsFile('<labels><fullName>A</fullName></labels>'));
        assert.throws(() => readLabels(product), /"A" needs a fullName and a value/);
    });
});

const property = (name: string, value: string, type = ''): string =>
    `<componentInstanceProperties><name>${name}</name>${type}<value>${value}</value></componentInstanceProperties>`;
const decorator = (name: string, value: string): string => property(name, value, '<type>decorator</type>');

function writeApp(tabs: string[]): void {
    write(
        'demo/applications/Demo.app-meta.xml',
        `<CustomApplication><label>Demo</label><navType>Console</navType>${tabs
            .map((tab) => `<tabs>${tab}</tabs>`)
            .join('')}<utilityBar>Demo_Bar</utilityBar></CustomApplication>`
    );
    write(
        'demo/flexipages/Demo_Bar.flexipage-meta.xml',
        `<FlexiPage><flexiPageRegions><itemInstances><componentInstance>
            ${decorator('eager', 'true')}${decorator('icon', 'call')}${decorator('label', 'Calls')}
            ${decorator('width', '380')}${property('mapping', 'Call.Ani=Ani__c')}${property('compact', 'true')}
            <componentName>c:genesysUtility</componentName></componentInstance></itemInstances>
            <name>utilityItems</name></flexiPageRegions></FlexiPage>`
    );
    writeComponent('<property name="mapping" type="String"/><property name="compact" type="Boolean"/>');
}

function writeComponent(properties: string): void {
    write(
        'demo/lwc/genesysUtility/genesysUtility.js-meta.xml',
        `<LightningComponentBundle><targetConfigs><targetConfig targets="lightning__UtilityBar">${properties}
            </targetConfig></targetConfigs></LightningComponentBundle>`
    );
}

describe('an admin who sets up the app', () => {
    it('sees its tabs, with the address of each', () => {
        writeApp(['standard-Contact', 'Health']);
        write(
            'tasks/tabs/Health.tab-meta.xml',
            '<CustomTab><label>Org health</label><lwcComponent>orgHealth</lwcComponent></CustomTab>'
        );
        assert.deepEqual(readApp(product).tabs, [
            { label: 'Contacts', address: '/lightning/o/Contact/list' },
            { label: 'Org health', address: '/lightning/n/Health', component: 'orgHealth' }
        ]);
    });

    it('sees the utility item as decorated, and the component gets its own properties only', () => {
        writeApp([]);
        assert.deepEqual(readApp(product).utilityItems, [
            {
                component: 'genesysUtility',
                label: 'Calls',
                icon: 'utility:call',
                height: 480,
                width: 380,
                eager: true,
                properties: { mapping: 'Call.Ani=Ani__c', compact: true }
            }
        ]);
    });

    it('is told which property the component does not declare', () => {
        writeApp([]);
        writeComponent('<property name="mapping" type="String"/>');
        assert.throws(() => readApp(product), /genesysUtility\.js-meta\.xml declares no property compact/);
    });

    it('is told which file names a tab that no package holds', () => {
        writeApp(['Missing']);
        assert.throws(() => readApp(product), /Demo\.app-meta\.xml names Missing\.tab-meta\.xml/);
    });

    it('gets an app without tabs where the project has none', () => {
        assert.deepEqual(readApp(product).tabs, []);
    });
});

describe('a developer who imports what only the platform has', () => {
    const labels = new Map([['Hold', 'Hold "now"']]);

    it('gets the text of a label', () => {
        const source = salesforceModule('@salesforce/label/c.Hold', { labels }) ?? '';
        const textIn = (localPage: unknown): unknown =>
            new Function('globalThis', source.replace('export default', 'return'))({ localPage });
        assert.equal(textIn(undefined), 'Hold "now"');
        assert.equal(textIn({ labels: { Hold: 'Halten' } }), 'Halten');
        assert.equal(textIn({ labels: {} }), 'Hold "now"');
    });

    it('is told the name of a label that does not exist', () => {
        assert.throws(() => salesforceModule('@salesforce/label/c.Nope', { labels }), /label Nope does not exist/);
    });

    it('gets the reference of a field', () => {
        assert.match(
            salesforceModule('@salesforce/schema/Contact.Account.Name', { labels }) ?? '',
            /"objectApiName":"Contact","fieldApiName":"Account.Name"/
        );
    });

    it('gets the time zone of the signed-in user when the page runs', () => {
        assert.match(salesforceModule('@salesforce/i18n/timeZone', { labels }) ?? '', /localPage\?\.timeZone/);
    });

    it('gets nothing for a module of somebody else', () => {
        assert.equal(salesforceModule('lodash', { labels }), undefined);
    });
});

describe('a developer who names an icon', () => {
    it('finds it in a template', () => {
        write('a.html', '<lightning-icon icon-name="utility:call"></lightning-icon>');
        write('__tests__/a.test.ts', "'utility:bug'");
        assert.deepEqual([...iconsNamedIn(product)], ['utility:call']);
    });

    it('gets a library with the drawings that exist, and no other', () => {
        const { base } = projectFolders();
        const source = iconLibrary(
            'lightning/iconSvgTemplatesUtility',
            base,
            new Set(['utility:call', 'utility:nosuch'])
        );
        assert.match(source ?? '', /utility_call: icon0/);
        assert.doesNotMatch(source ?? '', /nosuch/);
    });

    it('gets no library for another module', () => {
        assert.equal(iconLibrary('lightning/button', projectFolders().base, new Set()), undefined);
    });
});
