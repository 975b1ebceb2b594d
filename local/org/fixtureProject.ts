import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalOrg, LocalOrgOptions } from './org.ts';
import { createLocalOrg } from './org.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export function field(name: string, inner: string): string {
    return `${HEAD}<CustomField ${SPACE}><fullName>${name}</fullName><label>${name}</label>${inner}</CustomField>`;
}

export function permissionSet(inner: string): string {
    return `${HEAD}<PermissionSet ${SPACE}><label>Set</label>${inner}</PermissionSet>`;
}

export function fieldPermission(name: string, editable = true): string {
    return ['Task', 'Event']
        .map(
            (object) =>
                `<fieldPermissions><field>${object}.${name}</field><readable>true</readable>` +
                `<editable>${editable}</editable></fieldPermissions>`
        )
        .join('');
}

const DEMO = 'force-app/demo';
const FIELDS = `${DEMO}/objects/Activity/fields`;

const FILES: Readonly<Record<string, string>> = {
    [`${FIELDS}/Queue__c.field-meta.xml`]: field('Queue__c', '<type>Text</type><length>20</length>'),
    [`${FIELDS}/Seconds__c.field-meta.xml`]: field(
        'Seconds__c',
        '<type>Number</type><precision>6</precision><scale>1</scale>'
    ),
    [`${FIELDS}/Connected__c.field-meta.xml`]: field('Connected__c', '<type>DateTime</type>'),
    [`${FIELDS}/Flag__c.field-meta.xml`]: field('Flag__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
    [`${FIELDS}/Outcome__c.field-meta.xml`]: field(
        'Outcome__c',
        `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
         <value><fullName>won</fullName><default>false</default><label>Won</label></value>
         <value><fullName>lost</fullName><default>false</default><label>Lost</label></value>
         </valueSetDefinition></valueSet>`
    ),
    [`${FIELDS}/Key__c.field-meta.xml`]: field(
        'Key__c',
        '<type>Text</type><length>255</length><unique>true</unique><externalId>true</externalId><caseSensitive>true</caseSensitive>'
    ),
    [`${DEMO}/objects/Rule__mdt/Rule__mdt.object-meta.xml`]: `${HEAD}<CustomObject ${SPACE}><label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>Public</visibility></CustomObject>`,
    [`${DEMO}/objects/Rule__mdt/fields/Attribute__c.field-meta.xml`]: field(
        'Attribute__c',
        '<type>Text</type><length>80</length>'
    ),
    [`${DEMO}/objects/Rule__mdt/fields/Active__c.field-meta.xml`]: field(
        'Active__c',
        '<type>Checkbox</type><defaultValue>true</defaultValue>'
    ),
    [`${DEMO}/customMetadata/Rule.Queue.md-meta.xml`]: record(
        'Queue',
        '<value xsi:type="xsd:string">Call.Queue</value>'
    ),
    [`${DEMO}/permissionsets/Fields.permissionset-meta.xml`]: permissionSet(
        ['Queue__c', 'Seconds__c', 'Connected__c', 'Flag__c', 'Outcome__c', 'Key__c']
            .map((name) => fieldPermission(name))
            .join('')
    ),
    [`${DEMO}/permissionsets/FieldsWithoutSeconds.permissionset-meta.xml`]: permissionSet(
        ['Queue__c', 'Connected__c', 'Flag__c', 'Outcome__c', 'Key__c'].map((name) => fieldPermission(name)).join('')
    ),
    [`${DEMO}/permissionsets/Rules.permissionset-meta.xml`]: permissionSet(
        '<customMetadataTypeAccesses><enabled>true</enabled><name>Rule__mdt</name></customMetadataTypeAccesses>'
    ),
    'config/local-org.json': JSON.stringify({
        users: [
            user('agent', 1, ['Fields', 'Rules']),
            user('agent2', 2, ['Fields', 'Rules']),
            user('agentLimited', 3, ['FieldsWithoutSeconds']),
            { ...user('admin', 4, ['Fields']), profile: 'System Administrator' }
        ],
        records: {
            Account: [{ as: 'books', Name: 'Harbour Lane Books' }],
            Contact: [
                { FirstName: 'Edna', LastName: 'Frank', AccountId: 'books', Phone: '+61491570006' },
                { FirstName: 'Otto', LastName: 'Lind', Phone: '+61491570156' }
            ],
            Lead: [{ LastName: 'Okafor', Company: 'Okafor Ceramics' }],
            Case: [{ Subject: 'Late delivery' }]
        }
    })
};

/** Where the files of `messagingFiles` are that tests change. */
export const MESSAGING = {
    event: `${DEMO}/objects/Said__e/Said__e.object-meta.xml`,
    channel: `${DEMO}/conversationChannelDefinitions/Sample_Channel.ConversationChannelDefinition-meta.xml`
} as const;

/** A platform event and a channel that tells by it, for the projects of tests that need them. */
export const messagingFiles = (): Record<string, string> => ({
    [MESSAGING.event]: `${HEAD}<CustomObject ${SPACE}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Said</label><pluralLabel>Said</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
    [`${DEMO}/objects/Said__e/fields/Body__c.field-meta.xml`]: field(
        'Body__c',
        '<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>'
    ),
    [`${DEMO}/objects/Said__e/fields/Kind__c.field-meta.xml`]: field(
        'Kind__c',
        '<type>Text</type><length>250</length>'
    ),
    [MESSAGING.channel]: `${HEAD}<ConversationChannelDefinition ${SPACE}><connectedAppType>Customer</connectedAppType><customEventPayloadField>Said__e.Body__c</customEventPayloadField><customEventTypeField>Said__e.Kind__c</customEventTypeField><customPlatformEvent>Said__e</customPlatformEvent><developerName>Sample_Channel</developerName><masterLabel>Sample</masterLabel><supportsImplicitConsent>true</supportsImplicitConsent></ConversationChannelDefinition>`
});

export function record(label: string, value: string, name = 'Attribute__c'): string {
    return `${HEAD}<CustomMetadata ${SPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${label}</label><protected>false</protected><values><field>${name}</field>${value}</values></CustomMetadata>`;
}

function user(name: string, number: number, permissionSets: string[]): Record<string, unknown> {
    return {
        name,
        id: `005Lc000000000${number}`,
        label: `User ${number}`,
        profile: 'Standard User',
        permissionSets,
        timeZone: 'UTC',
        locale: 'en-US'
    };
}

export interface FixtureProject {
    readonly projectDir: string;
    remove(): void;
}

/** A small project on disk for tests. `changes` adds or replaces files by path; null leaves one out. */
export function fixtureProject(changes: Readonly<Record<string, string | null>> = {}): FixtureProject {
    const projectDir = mkdtempSync(join(tmpdir(), 'local-org-'));
    for (const [path, content] of Object.entries({ ...FILES, ...changes })) {
        if (content !== null) {
            mkdirSync(dirname(join(projectDir, path)), { recursive: true });
            writeFileSync(join(projectDir, path), content);
        }
    }
    const profiles = fileURLToPath(new URL('../../config/org-profiles', import.meta.url));
    cpSync(profiles, join(projectDir, 'config', 'org-profiles'), { recursive: true });
    return { projectDir, remove: () => rmSync(projectDir, { recursive: true, force: true }) };
}

export interface FixtureOrg {
    readonly org: LocalOrg;
    readonly projectDir: string;
    /** Sends a request as a user, as a browser of that user would. */
    send(user: string, method: string, path: string, body?: unknown): Promise<Response>;
    /** Runs a GraphQL request and returns its answer. */
    graphql(user: string, query: string, variables?: Record<string, unknown>): Promise<FixtureAnswer>;
    close(): void;
}

export interface FixtureAnswer {
    // Tests walk into answers; a wrong step fails the test.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly data: any;
    readonly errors: readonly {
        readonly message: string;
        readonly path?: readonly (string | number)[];
        readonly paths?: readonly (string | number)[];
        readonly locations: readonly { readonly line: number; readonly column: number }[];
        readonly extensions: Readonly<Record<string, unknown>>;
    }[];
}

/** An org over a fixture project, in memory. */
export function fixtureOrg(
    options: Partial<LocalOrgOptions> = {},
    changes: Readonly<Record<string, string | null>> = {}
): FixtureOrg {
    const project = options.projectDir === undefined ? fixtureProject(changes) : undefined;
    const projectDir = options.projectDir ?? project?.projectDir ?? '';
    const org = createLocalOrg({ databaseFile: ':memory:', ...options, projectDir });
    const send: FixtureOrg['send'] = (name, method, path, body) =>
        org.fetch(
            new Request(`http://127.0.0.1${path}`, {
                method,
                headers: { cookie: `sid=${name}`, 'content-type': 'application/json' },
                ...(body === undefined ? {} : { body: JSON.stringify(body) })
            })
        );
    return {
        org,
        projectDir,
        send,
        graphql: async (name, query, variables = {}) =>
            (await (
                await send(name, 'POST', '/services/data/v66.0/graphql', { query, variables })
            ).json()) as FixtureAnswer,
        close: () => {
            org.close();
            project?.remove();
        }
    };
}

export const CREATE_TASK = `mutation Create($input: TaskCreateInput!) {
    uiapi(input: { allOrNone: true }) { TaskCreate(input: $input) { Record { Id } } }
}`;

export const UPDATE_TASK = `mutation Update($input: TaskUpdateInput!) {
    uiapi(input: { allOrNone: true }) { TaskUpdate(input: $input) { Record { Id } } }
}`;
