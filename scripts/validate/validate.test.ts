import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LARGEST_FILE } from './bundles.ts';
import type { Problem } from './problem.ts';
import { readProject } from './project.ts';
import { MODEL, PANEL, writeSample } from './sampleProject.ts';
import type { Fault } from './sampleProject.ts';
import { faultsInFiles, validate } from './validate.ts';

async function faultsWith(faults: Readonly<Record<string, Fault>>): Promise<readonly Problem[]> {
    const sample = writeSample(faults);
    try {
        return await faultsInFiles(readProject(sample.root));
    } finally {
        sample.remove();
    }
}

const PERMISSIONS = 'force-app/agent-panel/permissionsets/Switchboard_Sample.permissionset-meta.xml';
const RECORD = 'force-app/tasks/customMetadata/Switchboard_Attribute_Mapping.Queue.md-meta.xml';
const BAR = 'force-app/demo/flexipages/Switchboard_Bar.flexipage-meta.xml';
const REPORT = 'force-app/demo/reports/Sample/By_Queue.report-meta.xml';
const DASHBOARD = 'force-app/demo/dashboards/Sample/Sample.dashboard-meta.xml';
const FOLDER = 'force-app/demo/reports/Sample.reportFolder-meta.xml';
const APP = 'force-app/demo/applications/Switchboard_Sample.app-meta.xml';
const TAB = 'force-app/agent-panel/tabs/Switchboard_Sample.tab-meta.xml';
const LABELS = 'force-app/agent-panel/labels/CustomLabels.labels-meta.xml';

const CHANNEL =
    'force-app/messaging-channel/conversationChannelDefinitions/Sample_Channel.ConversationChannelDefinition-meta.xml';

const swap =
    (from: string, to: string): Fault =>
    (text) =>
        text.replace(from, to);
const addImport =
    (specifier: string): Fault =>
    (text) =>
        `import * as seeded from '${specifier}';\n${text}export { seeded };\n`;

/** [what a developer did, the faults, the check that must name it, the file it must name] */
const SEEDED: readonly [string, Readonly<Record<string, Fault>>, string, string][] = [
    [
        'misspelt the payload field of a channel',
        { [CHANNEL]: swap('Sample_Payload__c', 'Sample_Paylod__c') },
        'unknown field',
        CHANNEL
    ],
    [
        'named a payload field of another event',
        { [CHANNEL]: swap('Sample_Said__e.Sample', 'Other__e.Sample') },
        'unknown field',
        CHANNEL
    ],
    [
        'named an event that does not exist',
        {
            [CHANNEL]: swap('<customPlatformEvent>Sample_Said__e', '<customPlatformEvent>Sample_Sad__e')
        },
        'unknown event',
        CHANNEL
    ],
    ['forgot to build', { [`${PANEL}/samplePanel.js`]: null }, 'no script', `${PANEL}/samplePanel.js`],
    [
        'forgot the meta file',
        { [`${MODEL}/sampleModel.js-meta.xml`]: null },
        'no meta file',
        `${MODEL}/sampleModel.js-meta.xml`
    ],
    [
        'gave another API version',
        { [`${MODEL}/sampleModel.js-meta.xml`]: swap('66.0', '52.0') },
        'apiVersion',
        `${MODEL}/sampleModel.js-meta.xml`
    ],
    [
        'gave no API version',
        { [`${MODEL}/sampleModel.js-meta.xml`]: swap('<apiVersion>66.0</apiVersion>', '') },
        'apiVersion',
        `${MODEL}/sampleModel.js-meta.xml`
    ],
    [
        'misspelt a target',
        { [`${PANEL}/samplePanel.js-meta.xml`]: swap('lightning__Tab', 'lightning__Tap') },
        'unknown target',
        `${PANEL}/samplePanel.js-meta.xml`
    ],
    [
        'exposed a component nowhere',
        { [`${MODEL}/sampleModel.js-meta.xml`]: swap('false', 'true') },
        'no target',
        `${MODEL}/sampleModel.js-meta.xml`
    ],
    ['left a style sheet empty', { [`${PANEL}/samplePanel.css`]: ' \n' }, 'empty css', `${PANEL}/samplePanel.css`],
    [
        'wrote a file that no org takes',
        { [`${MODEL}/sampleModel.js`]: `export const answer = '${'x'.repeat(LARGEST_FILE)}';\n` },
        'too large',
        `${MODEL}/sampleModel.js`
    ],
    ['broke XML', { [BAR]: swap('</masterLabel>', '') }, 'malformed XML', BAR],
    [
        'stopped ignoring TypeScript',
        { '.forceignore': '**/__tests__/**\n' },
        'TypeScript deployed',
        `${MODEL}/sampleModel.ts`
    ],
    [
        'wrote Apex',
        { 'force-app/tasks/classes/Saver.cls': 'public class Saver {}\n' },
        'Apex',
        'force-app/tasks/classes/Saver.cls'
    ],
    [
        'imported an npm package',
        { [`${PANEL}/samplePanel.js`]: addImport('lodash') },
        'npm import',
        `${PANEL}/samplePanel.js`
    ],
    [
        "imported another bundle's inside",
        { [`${PANEL}/samplePanel.js`]: addImport('c/sampleModel/inside') },
        'inside another bundle',
        `${PANEL}/samplePanel.js`
    ],
    [
        'imported a component that does not exist',
        { [`${PANEL}/samplePanel.js`]: addImport('c/nobody') },
        'unknown component',
        `${PANEL}/samplePanel.js`
    ],
    [
        'imported a platform module that does not exist',
        { [`${PANEL}/samplePanel.js`]: addImport('lightning/doesNotExist') },
        'unknown platform module',
        `${PANEL}/samplePanel.js`
    ],
    [
        'called Apex',
        { [`${PANEL}/samplePanel.js`]: addImport('@salesforce/apex/Saver.save') },
        'Apex',
        `${PANEL}/samplePanel.js`
    ],
    [
        'reached out of the bundle',
        { [`${PANEL}/samplePanel.js`]: addImport('../other/other.js') },
        'outside the bundle',
        `${PANEL}/samplePanel.js`
    ],
    [
        'used a component in a template that does not exist',
        { [`${PANEL}/samplePanel.html`]: '<template><c-no-body></c-no-body></template>' },
        'unknown component',
        `${PANEL}/samplePanel.html`
    ],
    [
        'used a base component that does not exist',
        { [`${PANEL}/samplePanel.html`]: '<template><lightning-buton></lightning-buton></template>' },
        'unknown component',
        `${PANEL}/samplePanel.html`
    ],
    [
        'wrote words into a template',
        { [`${PANEL}/samplePanel.html`]: '<template><p>Ringing</p></template>' },
        'hard-coded text',
        `${PANEL}/samplePanel.html`
    ],
    [
        'wrote a label attribute into a template',
        { [`${PANEL}/samplePanel.html`]: swap('{label}', '"Pick up"') },
        'hard-coded text',
        `${PANEL}/samplePanel.html`
    ],
    [
        'wrote words for screen readers into a template',
        { [`${PANEL}/samplePanel.html`]: '<template><div aria-label="Calls">{label}</div></template>' },
        'hard-coded text',
        `${PANEL}/samplePanel.html`
    ],
    [
        'imported a label that nobody defined',
        { [`${PANEL}/samplePanel.js`]: swap('Sample_Title', 'Sample_Titel') },
        'unknown label',
        `${PANEL}/samplePanel.js`
    ],
    [
        "imported another package's label",
        { [LABELS]: null, 'force-app/genesys-cloud/labels/CustomLabels.labels-meta.xml': LABEL_FILE() },
        'unknown label',
        `${PANEL}/samplePanel.js`
    ],
    [
        'left a label that nobody uses',
        {
            [LABELS]: swap(
                '</labels>',
                '</labels><labels><fullName>Switchboard_Left</fullName><value>Left</value></labels>'
            )
        },
        'unused label',
        LABELS
    ],
    [
        'named a field in a component that does not exist',
        { [`${PANEL}/samplePanel.js`]: swap('Sample_Queue__c', 'Sample_Que__c') },
        'unknown field',
        `${PANEL}/samplePanel.js`
    ],
    [
        'named a channel that does not exist',
        { [`${PANEL}/samplePanel.js`]: addImport('@salesforce/messageChannel/Nobody__c') },
        'unknown channel',
        `${PANEL}/samplePanel.js`
    ],
    [
        'named a permission that does not exist',
        { [`${PANEL}/samplePanel.js`]: addImport('@salesforce/customPermission/Nobody') },
        'unknown permission',
        `${PANEL}/samplePanel.js`
    ],
    [
        'permitted a field that does not exist',
        { [PERMISSIONS]: swap('Sample_Queue__c', 'Gone__c') },
        'unknown field',
        PERMISSIONS
    ],
    [
        'permitted a metadata type that does not exist',
        { [PERMISSIONS]: swap('Switchboard_Attribute_Mapping__mdt', 'Gone__mdt') },
        'unknown object',
        PERMISSIONS
    ],
    [
        'permitted a tab that does not exist',
        { [PERMISSIONS]: swap('<tab>Switchboard_Sample', '<tab>Gone') },
        'unknown tab',
        PERMISSIONS
    ],
    [
        'filled a metadata field that does not exist',
        { [RECORD]: swap('Task_Field__c', 'Gone__c') },
        'unknown field',
        RECORD
    ],
    [
        'mapped onto a Task field that does not exist',
        { [RECORD]: swap('Sample_Queue__c', 'Gone__c') },
        'unknown field',
        RECORD
    ],
    [
        'mapped onto a field of Voice Call that only Task has',
        { [RECORD]: swap('Sample_Queue__c', 'VoiceCall.Sample_Queue__c') },
        'unknown field',
        RECORD
    ],
    [
        'mapped onto a field of another object',
        { [RECORD]: swap('Sample_Queue__c', 'Account.Sample_Queue__c') },
        'unknown object',
        RECORD
    ],
    [
        'showed a component that does not exist in a bar',
        { [BAR]: swap('samplePanel', 'gone') },
        'unknown component',
        BAR
    ],
    [
        'showed a component that does not exist in a tab',
        { [TAB]: swap('samplePanel', 'gone') },
        'unknown component',
        TAB
    ],
    [
        'showed a component where it is not allowed',
        { [`${PANEL}/samplePanel.js-meta.xml`]: swap('<target>lightning__UtilityBar</target>', '') },
        'component not allowed there',
        BAR
    ],
    ['gave the app a bar that does not exist', { [APP]: swap('Switchboard_Bar', 'Gone') }, 'unknown page', APP],
    [
        'gave the app a tab that does not exist',
        { [APP]: swap('<tabs>Switchboard_Sample', '<tabs>Gone') },
        'unknown tab',
        APP
    ],
    [
        'granted a field of a package that is not always there',
        {
            'force-app/task-key/objects/Activity/fields/Sample_Key__c.field-meta.xml':
                '<?xml version="1.0"?><CustomField><fullName>Sample_Key__c</fullName></CustomField>',
            [PERMISSIONS]: swap('Task.Sample_Queue__c', 'Task.Sample_Key__c')
        },
        'grant of another package',
        PERMISSIONS
    ],
    [
        'granted an app of the demo',
        {
            [PERMISSIONS]: swap(
                '<label>Sample</label>',
                '<applicationVisibilities><application>Switchboard_Sample</application><visible>true</visible></applicationVisibilities><label>Sample</label>'
            )
        },
        'grant of another package',
        PERMISSIONS
    ],
    [
        'filtered a report by a field that does not exist',
        { [REPORT]: swap('<column>Activity.Sample_Queue__c', '<column>Activity.Gone__c') },
        'unknown field',
        REPORT
    ],
    [
        'grouped a report by a field that does not exist',
        { [REPORT]: swap('<field>Activity.Sample_Queue__c', '<field>Activity.Gone__c') },
        'unknown field',
        REPORT
    ],
    [
        'put a report on a dashboard that does not exist',
        { [DASHBOARD]: swap('Sample/By_Queue', 'Sample/Gone') },
        'unknown report',
        DASHBOARD
    ],
    [
        'grouped a chart on a dashboard by a field that does not exist',
        { [DASHBOARD]: swap('Activity.Sample_Queue__c', 'Activity.Gone__c') },
        'unknown field',
        DASHBOARD
    ],
    ['left out the type of a report', { [REPORT]: swap('<reportType>Activity</reportType>', '') }, ...LACKS(REPORT)],
    ['left the format of a report empty', { [REPORT]: swap('>Summary<', '> <') }, ...LACKS(REPORT)],
    ['left out how a report is sorted', { [REPORT]: swap('<sortOrder>Asc</sortOrder>', '') }, ...LACKS(REPORT)],
    ['filtered a report without saying how', { [REPORT]: swap('<operator>notEqual</operator>', '') }, ...LACKS(REPORT)],
    [
        'left out a colour of a dashboard',
        { [DASHBOARD]: swap('<textColor>#000000</textColor>', '') },
        ...LACKS(DASHBOARD)
    ],
    ['put a chart nowhere', { [DASHBOARD]: swap('<rowSpan>8</rowSpan>', '') }, ...LACKS(DASHBOARD)],
    [
        'left out what a chart is',
        { [DASHBOARD]: swap('<componentType>Column</componentType>', '') },
        ...LACKS(DASHBOARD)
    ],
    ['left a folder of reports without a name', { [FOLDER]: swap('<name>Sample</name>', '') }, ...LACKS(FOLDER)],
    ['put a report into another root', { [REPORT]: '<Dashboard></Dashboard>' }, ...LACKS(REPORT)],
    [
        'named the user a dashboard runs as',
        { [DASHBOARD]: swap('<textColor>', '<runningUser>ada@acme.example</runningUser><textColor>') },
        'running user',
        DASHBOARD
    ],
    [
        'made a dashboard run as its viewer, of which an org has few',
        { [DASHBOARD]: swap('SpecifiedUser', 'LoggedInUser') },
        'running user',
        DASHBOARD
    ]
];

function LACKS(file: string): [string, string] {
    return ['missing element', file];
}

function LABEL_FILE(): string {
    return '<?xml version="1.0"?><CustomLabels><labels><fullName>Switchboard_Sample_Title</fullName><value>x</value></labels></CustomLabels>';
}

test('a faultless project passes, is compiled and becomes a package without TypeScript', async () => {
    const sample = writeSample();
    try {
        const verdict = await validate(sample.root);
        assert.deepEqual(verdict.problems, []);
        assert.equal(verdict.bundles, 2);
        const converted = readdirSync(path.join(sample.root, 'build/mdapi'), { recursive: true }).map(String);
        assert.ok(converted.some((file) => file.endsWith('samplePanel.js')));
        assert.deepEqual(
            converted.filter((file) => file.endsWith('.ts')),
            []
        );
    } finally {
        sample.remove();
    }
});

for (const [what, faults, check, file] of SEEDED) {
    test(`a developer who ${what} is told by name`, async () => {
        const problems = await faultsWith(faults);
        assert.ok(
            problems.some((problem) => problem.check === check && problem.file === file && problem.message.length > 10),
            `not found among ${JSON.stringify(problems, null, 2)}`
        );
    });
}

test('a developer who wrote what only the platform refuses is told by its compiler', async () => {
    const sample = writeSample({ [`${MODEL}/sampleModel.js`]: 'export class Sum { #add() { return 1; } }\n' });
    try {
        const { problems } = await validate(sample.root);
        assert.ok(problems.some(({ check, file }) => check === 'platform compiler' && file.startsWith(MODEL)));
    } finally {
        sample.remove();
    }
});

test('TypeScript that got past .forceignore is found in the package itself', async () => {
    const sample = writeSample({ '.forceignore': '**/__tests__/**\n' });
    try {
        const { problems } = await validate(sample.root);
        assert.ok(problems.some(({ check, file }) => check === 'TypeScript deployed' && file === 'sampleModel.ts'));
    } finally {
        sample.remove();
    }
});

test('a developer whose file no deployment would take is told its name', async () => {
    const notes = 'force-app/tasks/notes.docx';
    const sample = writeSample({ [notes]: 'what is this' });
    try {
        const { problems } = await validate(sample.root);
        assert.ok(problems.some(({ check, file }) => check === 'left out' && file === notes));
    } finally {
        sample.remove();
    }
});

test('a developer who misspelt the ending of a metadata file is told by the conversion', async () => {
    const sample = writeSample({ 'force-app/tasks/labels/More.lables-meta.xml': '<CustomLabels></CustomLabels>' });
    try {
        const { problems } = await validate(sample.root);
        assert.ok(problems.some(({ check, message }) => check === 'conversion' && message.includes('More.lables')));
    } finally {
        sample.remove();
    }
});
