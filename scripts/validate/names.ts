/** Names that metadata and components use: what they name must exist. */
import { CHANNELS_OF_OTHERS, definitionsOf, isCustom } from './definitions.ts';
import type { Definitions } from './definitions.ts';
import { importsOf } from './imports.ts';
import { elements, nameOf, text, texts } from './metadata.ts';
import type { Check, Problem, Project } from './problem.ts';

const MAPPING = 'Switchboard_Attribute_Mapping';

type Report = (check: string, file: string, message: string) => void;

function importedNames(project: Project, known: Definitions, report: Report): void {
    for (const { file, specifier } of importsOf(project)) {
        const [, scope, name] = /^@salesforce\/(\w+)\/(.+)$/.exec(specifier) ?? [];
        if (!scope || !name) continue;
        if (scope === 'messageChannel' && !known.messageChannels.has(name) && !CHANNELS_OF_OTHERS.has(name))
            report('unknown channel', file, `No message channel ${name} is defined.`);
        if (scope === 'customPermission' && !known.customPermissions.has(name))
            report('unknown permission', file, `No custom permission ${name} is defined.`);
        if (scope === 'resourceUrl' && !known.staticResources.has(name))
            report('unknown resource', file, `No static resource ${name} is defined.`);
        if (scope !== 'schema') continue;
        const [object = '', field] = name.split('.');
        if (isCustom(object) && !known.objects.has(object))
            report('unknown object', file, `No object ${object} is defined.`);
        if (field && isCustom(field) && !known.fields.has(`${object}.${field}`))
            report('unknown field', file, `No field ${object}.${field} is defined.`);
    }
}

function permissionSet(file: string, xml: unknown, known: Definitions, report: Report): void {
    const [set] = elements(xml, 'PermissionSet');
    for (const permission of elements(set, 'fieldPermissions')) {
        const field = text(permission, 'field') ?? '';
        if (isCustom(field) && !known.fields.has(field)) report('unknown field', file, `No field ${field} is defined.`);
    }
    for (const permission of elements(set, 'objectPermissions')) {
        const object = text(permission, 'object') ?? '';
        if (isCustom(object) && !known.objects.has(object))
            report('unknown object', file, `No object ${object} is defined.`);
    }
    for (const access of elements(set, 'customMetadataTypeAccesses')) {
        const type = text(access, 'name') ?? '';
        if (!known.objects.has(type)) report('unknown object', file, `No custom metadata type ${type} is defined.`);
    }
    for (const setting of elements(set, 'tabSettings')) {
        const tab = text(setting, 'tab') ?? '';
        if (!tab.startsWith('standard-') && !known.tabs.has(tab))
            report('unknown tab', file, `No tab ${tab} is defined.`);
    }
    for (const visibility of elements(set, 'applicationVisibilities')) {
        const application = text(visibility, 'application') ?? '';
        if (!application.startsWith('standard__') && !known.applications.has(application))
            report('unknown app', file, `No app ${application} is defined.`);
    }
    for (const permission of elements(set, 'customPermissions')) {
        const name = text(permission, 'name') ?? '';
        if (!known.customPermissions.has(name))
            report('unknown permission', file, `No custom permission ${name} is defined.`);
    }
}

function application(file: string, xml: unknown, known: Definitions, report: Report): void {
    const [app] = elements(xml, 'CustomApplication');
    const bar = text(app, 'utilityBar');
    if (bar && !known.flexiPages.has(bar)) report('unknown page', file, `No utility bar ${bar} is defined.`);
    for (const tab of [...texts(app, 'tabs'), ...texts(app, 'defaultLandingTab')])
        if (!tab.startsWith('standard-') && !known.tabs.has(tab))
            report('unknown tab', file, `No tab ${tab} is defined.`);
}

/** Objects that may stand before the field of a rule; without one it is taken for a field of Task. */
const MAPPED_OBJECTS = new Map([
    ['', 'Task'],
    ['task', 'Task'],
    ['activity', 'Task'],
    ['voicecall', 'VoiceCall']
]);

function mappedField(mapped: string, file: string, known: Definitions, report: Report): void {
    const [, given = '', name = ''] = /^(?:([^.]*)\.)?(.*)$/.exec(mapped) ?? [];
    const object = MAPPED_OBJECTS.get(given.toLowerCase());
    if (object === undefined)
        report(
            'unknown object',
            file,
            `The mapping names ${mapped}: before the dot only Task and VoiceCall may stand.`
        );
    else if (isCustom(name) && !known.fields.has(`${object}.${name}`))
        report('unknown field', file, `The mapping names ${name}, which is no field of ${object}.`);
}

function metadataRecord(file: string, xml: unknown, known: Definitions, report: Report): void {
    const type = nameOf(file).split('.')[0] ?? '';
    if (!known.objects.has(`${type}__mdt`))
        report('unknown object', file, `No custom metadata type ${type}__mdt is defined.`);
    for (const value of elements(elements(xml, 'CustomMetadata')[0], 'values')) {
        const field = text(value, 'field') ?? '';
        if (!known.fields.has(`${type}__mdt.${field}`))
            report('unknown field', file, `${type}__mdt has no field ${field}.`);
        const mapped = type === MAPPING && field === 'Task_Field__c' ? text(value, 'value') : undefined;
        if (mapped) mappedField(mapped, file, known, report);
    }
}

/** The event of a channel, and the fields that Salesforce fills: `Payload__c` or `My_Event__e.Payload__c`. */
function conversationChannel(file: string, xml: unknown, known: Definitions, report: Report): void {
    const [channel] = elements(xml, 'ConversationChannelDefinition');
    const event = text(channel, 'customPlatformEvent') ?? '';
    if (!known.objects.has(event)) report('unknown event', file, `No platform event ${event} is defined.`);
    for (const list of ['customEventPayloadField', 'customEventTypeField']) {
        const named = text(channel, list);
        if (named === undefined) continue;
        const field = named.includes('.') ? named : `${event}.${named}`;
        if (!field.startsWith(`${event}.`) || !known.fields.has(field))
            report('unknown field', file, `${list} names ${named}, which is no field of ${event}.`);
    }
}

export const names: Check = (project) => {
    const known = definitionsOf(project);
    const problems: Problem[] = [];
    const report: Report = (check, file, message) => problems.push({ check, file, message });
    importedNames(project, known, report);
    for (const file of project.files) {
        if (file.endsWith('.permissionset-meta.xml')) permissionSet(file, project.xml(file), known, report);
        if (file.endsWith('.app-meta.xml')) application(file, project.xml(file), known, report);
        if (file.endsWith('.ConversationChannelDefinition-meta.xml'))
            conversationChannel(file, project.xml(file), known, report);
        if (file.endsWith('.md-meta.xml')) metadataRecord(file, project.xml(file), known, report);
    }
    return problems;
};
