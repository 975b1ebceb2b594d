/** A small, faultless project in a temporary folder, with faults that a test seeds. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const xml = (root: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${root}>\n`;

const field = (name: string): string =>
    xml('CustomField', `<fullName>${name}</fullName><label>${name}</label><length>40</length><type>Text</type>`);

export const PANEL = 'force-app/agent-panel/lwc/samplePanel';
export const MODEL = 'force-app/interactions/lwc/sampleModel';

/** Files by path, as the faultless project has them. */
export const SAMPLE: Readonly<Record<string, string>> = {
    'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app', default: true }],
        sourceApiVersion: '66.0'
    }),
    '.forceignore': '**/*.ts\n**/__tests__/**\n',
    [`${MODEL}/sampleModel.ts`]: 'export const answer: number = 42;\n',
    [`${MODEL}/sampleModel.js`]: 'export const answer = 42;\n',
    [`${MODEL}/sampleModel.js-meta.xml`]: xml(
        'LightningComponentBundle',
        '<apiVersion>66.0</apiVersion><isExposed>false</isExposed>'
    ),
    [`${PANEL}/samplePanel.js`]: [
        "import { LightningElement } from 'lwc';",
        "import TITLE from '@salesforce/label/c.Switchboard_Sample_Title';",
        "import QUEUE from '@salesforce/schema/Task.Sample_Queue__c';",
        "import { MessageContext } from 'lightning/messageService';",
        "import { answer } from 'c/sampleModel';",
        'export default class SamplePanel extends LightningElement {',
        '    label = TITLE;',
        '    used = [QUEUE, MessageContext, answer];',
        '}',
        ''
    ].join('\n'),
    [`${PANEL}/samplePanel.html`]: '<template><lightning-button label={label}></lightning-button></template>\n',
    [`${PANEL}/samplePanel.css`]: ':host { display: block; }\n',
    [`${PANEL}/samplePanel.js-meta.xml`]: xml(
        'LightningComponentBundle',
        '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__UtilityBar</target><target>lightning__Tab</target></targets>'
    ),
    'force-app/agent-panel/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        '<labels><fullName>Switchboard_Sample_Title</fullName><language>en_US</language><protected>true</protected><shortDescription>Title</shortDescription><value>Calls &amp; chats</value></labels>'
    ),
    ...Object.fromEntries(
        Object.entries({ de: 'Anrufe &amp; Gespräche', es: 'Llamadas y mensajes', ja: '通話とチャット' }).map(
            ([language, title]) => [
                `force-app/agent-panel/translations/${language}.translation-meta.xml`,
                xml(
                    'Translations',
                    `<customLabels><label>${title}</label><name>Switchboard_Sample_Title</name></customLabels>`
                )
            ]
        )
    ),
    'force-app/tasks/objects/Activity/fields/Sample_Queue__c.field-meta.xml': field('Sample_Queue__c'),
    'force-app/tasks/objects/Switchboard_Attribute_Mapping__mdt/Switchboard_Attribute_Mapping__mdt.object-meta.xml':
        xml('CustomObject', '<label>Mapping</label><pluralLabel>Mappings</pluralLabel><visibility>Public</visibility>'),
    'force-app/tasks/objects/Switchboard_Attribute_Mapping__mdt/fields/Task_Field__c.field-meta.xml':
        field('Task_Field__c'),
    'force-app/tasks/customMetadata/Switchboard_Attribute_Mapping.Queue.md-meta.xml': xml(
        'CustomMetadata',
        '<label>Queue</label><protected>false</protected><values><field>Task_Field__c</field><value>Sample_Queue__c</value></values>'
    ),
    'force-app/agent-panel/permissionsets/Switchboard_Sample.permissionset-meta.xml': xml(
        'PermissionSet',
        '<customMetadataTypeAccesses><enabled>true</enabled><name>Switchboard_Attribute_Mapping__mdt</name></customMetadataTypeAccesses><fieldPermissions><editable>true</editable><field>Task.Sample_Queue__c</field><readable>true</readable></fieldPermissions><label>Sample</label><tabSettings><tab>Switchboard_Sample</tab><visibility>Visible</visibility></tabSettings>'
    ),
    'force-app/messaging-channel/objects/Sample_Said__e/Sample_Said__e.object-meta.xml': xml(
        'CustomObject',
        '<deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Said</label><pluralLabel>Said</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior>'
    ),
    'force-app/messaging-channel/objects/Sample_Said__e/fields/Sample_Payload__c.field-meta.xml':
        field('Sample_Payload__c'),
    'force-app/messaging-channel/conversationChannelDefinitions/Sample_Channel.ConversationChannelDefinition-meta.xml':
        xml(
            'ConversationChannelDefinition',
            '<customEventPayloadField>Sample_Said__e.Sample_Payload__c</customEventPayloadField><customPlatformEvent>Sample_Said__e</customPlatformEvent><developerName>Sample_Channel</developerName><masterLabel>Sample</masterLabel>'
        ),
    'force-app/agent-panel/tabs/Switchboard_Sample.tab-meta.xml': xml(
        'CustomTab',
        '<label>Sample</label><lwcComponent>samplePanel</lwcComponent><motif>Custom53: Bell</motif>'
    ),
    'force-app/demo/flexipages/Switchboard_Bar.flexipage-meta.xml': xml(
        'FlexiPage',
        '<flexiPageRegions><itemInstances><componentInstance><componentName>samplePanel</componentName><identifier>panel</identifier></componentInstance></itemInstances><name>utilityItems</name><type>Region</type></flexiPageRegions><masterLabel>Bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name></template><type>UtilityBar</type>'
    ),
    'force-app/demo/reports/Sample.reportFolder-meta.xml': xml('ReportFolder', '<name>Sample</name>'),
    'force-app/demo/reports/Sample/By_Queue.report-meta.xml': xml(
        'Report',
        '<columns><field>SUBJECT</field></columns><filter><criteriaItems><column>Activity.Sample_Queue__c</column><operator>notEqual</operator><value></value></criteriaItems></filter><format>Summary</format><groupingsDown><field>Activity.Sample_Queue__c</field><sortOrder>Asc</sortOrder></groupingsDown><name>By queue</name><reportType>Activity</reportType>'
    ),
    'force-app/demo/dashboards/Sample.dashboardFolder-meta.xml': xml('DashboardFolder', '<name>Sample</name>'),
    'force-app/demo/dashboards/Sample/Sample.dashboard-meta.xml': xml(
        'Dashboard',
        [
            '<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection>',
            '<backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardGridLayout><dashboardGridComponents>',
            '<colSpan>4</colSpan><columnIndex>0</columnIndex><dashboardComponent><componentType>Column</componentType>',
            '<groupingColumn>Activity.Sample_Queue__c</groupingColumn><report>Sample/By_Queue</report></dashboardComponent>',
            '<rowIndex>0</rowIndex><rowSpan>8</rowSpan></dashboardGridComponents><numberOfColumns>12</numberOfColumns>',
            '<rowHeight>36</rowHeight></dashboardGridLayout><dashboardType>SpecifiedUser</dashboardType>',
            '<isGridLayout>true</isGridLayout><textColor>#000000</textColor><title>Sample</title>',
            '<titleColor>#000000</titleColor><titleSize>12</titleSize>'
        ].join('')
    ),
    'force-app/demo/applications/Switchboard_Sample.app-meta.xml': xml(
        'CustomApplication',
        '<formFactors>Large</formFactors><label>Sample</label><navType>Console</navType><tabs>Switchboard_Sample</tabs><uiType>Lightning</uiType><utilityBar>Switchboard_Bar</utilityBar>'
    )
};

/** A file's new text, a change of its text, or null to leave it out. */
export type Fault = string | null | ((text: string) => string);

/** Writes the sample with the faults in it; the caller removes it. */
export function writeSample(faults: Readonly<Record<string, Fault>> = {}): { root: string; remove: () => void } {
    const root = mkdtempSync(path.join(tmpdir(), 'switchboard-sample-'));
    const files: Record<string, string | null> = { ...SAMPLE };
    for (const [file, fault] of Object.entries(faults)) {
        if (typeof fault !== 'function') {
            files[file] = fault;
            continue;
        }
        const before = SAMPLE[file];
        if (before === undefined) throw new Error(`The sample has no ${file}`);
        const after = fault(before);
        if (after === before) throw new Error(`The fault does not change ${file}`);
        files[file] = after;
    }
    for (const [file, text] of Object.entries(files)) {
        if (text === null) continue;
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), text);
    }
    return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
