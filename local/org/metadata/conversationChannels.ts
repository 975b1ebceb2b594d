import { MetadataMistake } from '../orgError.ts';
import type { FieldType, OrgField } from '../schema/objectTypes.ts';
import type { MetadataElement } from './metadataFile.ts';
import { readMetadataFile } from './metadataFile.ts';
import type { PlatformEvent } from './platformEvents.ts';
import type { ProjectFile } from './projectFiles.ts';

/** A ConversationChannelDefinition: how Salesforce tells whoever brings the channel what happens in it. */
export interface ConversationChannel {
    /** The AuthorizationContext of each call to the Interaction Service. */
    readonly developerName: string;
    readonly label: string;
    readonly platformEvent: PlatformEvent;
    /** Fields of the event, without a prefix. */
    readonly payloadField: string;
    readonly typeField?: string;
    /** Partner: who brings the channel finds the rep, and is asked for transfers. */
    readonly routingOwner: Owner;
    readonly consentOwner: Owner;
    readonly conference: boolean;
    /** Whether RoutingWorkResult is told at all. */
    readonly routingWorkResults: boolean;
    /** Whether an admin may switch on receipts for what the customer writes, and typing for what the rep writes. */
    readonly mayHave: { readonly receipts: boolean; readonly typing: boolean; readonly progress: boolean };
}

export type Owner = 'Salesforce' | 'Partner';

/** Of API version 66.0. */
const MEMBERS = new Set([
    'connectedAppOauthLink',
    'connectedAppType',
    'consentOwner',
    'conversationVendorInfo',
    'customEventPayloadField',
    'customEventTypeField',
    'customIcon',
    'customPlatformEvent',
    'customerConnectedAppOauthLink',
    'developerName',
    'isConferenceSupported',
    'isInboundAcknwOptionExposed',
    'isProgressIndicatorOptExposed',
    'isRoutingWorkResultSupported',
    'isTypingIndicatorOptionHidden',
    'masterLabel',
    'maxParticipantsForCnfrOverride',
    'routingOwner',
    'supportsCustomChannelParameters',
    'supportsDoubleOptInConsent',
    'supportsExplicitConsent',
    'supportsImplicitConsent',
    'supportsIsoCountryCode',
    'supportsKeywords'
]);

/** What an earlier version had, and what took its place. */
const REMOVED: Readonly<Record<string, string>> = {
    isInboundReceiptsEnabled: 'isInboundAcknwOptionExposed',
    isTypingIndicatorDisabled: 'isTypingIndicatorOptionHidden',
    isRoutingWorkResultEnabled: 'isRoutingWorkResultSupported',
    customEventChnlAddrIdField: 'customEventPayloadField',
    customEventRecipientField: 'customEventPayloadField'
};

function checkMembers(element: MetadataElement): void {
    for (const name of element.tags.filter((tag) => !MEMBERS.has(tag))) {
        const instead = Object.hasOwn(REMOVED, name) ? REMOVED[name] : undefined;
        const why = instead === undefined ? 'is unknown' : `is no more in API version 66.0; use <${instead}>`;
        throw new MetadataMistake(element.file, `<${name}> ${why}`);
    }
    for (const name of ['connectedAppOauthLink', 'customerConnectedAppOauthLink']) {
        if (element.textOf(name) !== undefined) {
            throw new MetadataMistake(element.file, `<${name}> is set by Salesforce; leave it out`);
        }
    }
}

function ownerOf(element: MetadataElement, tag: string, otherwise: Owner): Owner {
    const owner = element.textOf(tag) ?? otherwise;
    if (owner !== 'Salesforce' && owner !== 'Partner') {
        throw new MetadataMistake(element.file, `<${tag}> is ${owner}; it must be Salesforce or Partner`);
    }
    return owner;
}

function checkApp(element: MetadataElement): void {
    const type = element.textOf('connectedAppType') ?? 'Partner';
    if (type !== 'Partner' && type !== 'Customer') {
        throw new MetadataMistake(element.file, `<connectedAppType> is ${type}; it must be Partner or Customer`);
    }
    const vendor = element.textOf('conversationVendorInfo') !== undefined;
    if (type === 'Customer' && vendor) {
        throw new MetadataMistake(
            element.file,
            '<conversationVendorInfo> belongs to a channel of AppExchange; a channel with <connectedAppType> Customer has none'
        );
    }
}

/** `Payload__c` or `My_Event__e.Payload__c`: a field of the event, of that type. */
function eventField(element: MetadataElement, tag: string, event: PlatformEvent, type: FieldType): OrgField {
    const named = element.requiredText(tag);
    const [name = '', ...before] = named.split('.').reverse();
    const owner = before.reverse().join('.');
    const field = event.fields.get(name);
    if (field === undefined || (owner !== '' && owner !== event.name)) {
        const known = [...event.fields.keys()].join(', ') || 'no field';
        throw new MetadataMistake(element.file, `<${tag}> names ${named}; ${event.name} has ${known}`);
    }
    if (field.type !== type) {
        const wanted = type === 'String' ? 'Text' : type;
        throw new MetadataMistake(
            element.file,
            `<${tag}> names ${named}, which is ${field.type}; it must be ${wanted}`
        );
    }
    return field;
}

/** Reads a ConversationChannelDefinition; the event and the fields that it names must exist and fit. */
export function readConversationChannel(
    file: ProjectFile,
    events: ReadonlyMap<string, PlatformEvent>
): ConversationChannel {
    const element = readMetadataFile(file.path, file.shownAs, 'ConversationChannelDefinition');
    checkMembers(element);
    checkApp(element);
    const developerName = element.requiredText('developerName');
    if (developerName !== file.name) {
        throw new MetadataMistake(file.shownAs, `<developerName> is ${developerName}; it must be the file's name`);
    }
    // Salesforce finds the connected app by what stands before the first underscore of both names.
    if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$/.test(developerName)) {
        throw new MetadataMistake(
            file.shownAs,
            `<developerName> is ${developerName}; it must be the prefix of the connected app's name, an underscore and a name`
        );
    }
    const eventName = element.requiredText('customPlatformEvent');
    const platformEvent = events.get(eventName);
    if (platformEvent === undefined) {
        throw new MetadataMistake(file.shownAs, `<customPlatformEvent> names ${eventName}, which does not exist`);
    }
    if (!element.flag('supportsImplicitConsent', false)) {
        throw new MetadataMistake(file.shownAs, '<supportsImplicitConsent> must be true');
    }
    const typed = element.textOf('customEventTypeField') !== undefined;
    return {
        developerName,
        label: element.requiredText('masterLabel'),
        platformEvent,
        payloadField: eventField(element, 'customEventPayloadField', platformEvent, 'LongTextArea').name,
        ...(typed ? { typeField: eventField(element, 'customEventTypeField', platformEvent, 'String').name } : {}),
        routingOwner: ownerOf(element, 'routingOwner', 'Salesforce'),
        consentOwner: ownerOf(element, 'consentOwner', 'Salesforce'),
        conference: element.flag('isConferenceSupported', false),
        routingWorkResults: element.flag('isRoutingWorkResultSupported', false),
        mayHave: {
            receipts: element.flag('isInboundAcknwOptionExposed', false),
            typing: !element.flag('isTypingIndicatorOptionHidden', false),
            progress: element.flag('isProgressIndicatorOptExposed', false)
        }
    };
}
