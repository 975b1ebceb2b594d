/** The same call in both phones: what Genesys Cloud tells of it, what Salesforce Voice tells, and the Tasks of both. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { Attributes } from 'c/interactionAttributes';
import type { Interaction } from 'c/interactions';
import { importDeployed } from '../bench/deployed.ts';
import { readTrace } from '../local/genesys/trace.ts';
import { replayTrace } from '../local/replay/replayTrace.ts';
import type { Replayed } from '../local/replay/replayTrace.ts';
import type { TransportName } from '../local/transports.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
const FOLDERS: Readonly<Record<TransportName, string>> = {
    'genesys-cloud': 'local/genesys/traces',
    'salesforce-voice': 'local/voice/traces'
};

/** No event of the toolkit tells it, whatever the call. */
const NEVER_TOLD = [
    'Call.QueueName',
    'Call.RemoteName',
    'Call.UUIData',
    'Interaction.StartTime',
    'Interaction.TotalAcdTime',
    'Interaction.TotalIvrTime',
    'Interaction.Url',
    'Salesforce.ParticipantId',
    'Salesforce.WrapUpCode',
    // Only `internalcall` says anything of it; that another call is not internal is no news of the toolkit.
    'Call.Internal'
];

interface Twins {
    readonly name: string;
    /** When both begin: the Genesys trace carries absolute times. */
    readonly at: string;
    /** What both phones tell. */
    readonly common: readonly string[];
    /** What the toolkit does not tell of such a call, beside what it never tells. */
    readonly untold: readonly string[];
    /** Task fields that a mapping fills from what the toolkit does not tell. */
    readonly emptyFields: readonly string[];
    readonly tasks: number;
}

const EVERY_CALL = ['Call.ConversationId', 'Call.State', 'Salesforce.DisconnectedTime', 'Salesforce.DisplayAddress'];
const ANSWERED = ['Salesforce.CallDuration', 'Salesforce.ConnectedTime'];

const TWINS: readonly Twins[] = [
    {
        name: 'inbound-call',
        at: '2024-04-09T04:19:40.387Z',
        common: [...EVERY_CALL, ...ANSWERED, 'Call.Ani', 'Salesforce.AfterCallTime'],
        // Which number the caller dialed.
        untold: ['Call.CalledNumber'],
        emptyFields: [
            'CallDisposition',
            'Switchboard_ACD_Seconds__c',
            'Switchboard_IVR_Seconds__c',
            'Switchboard_Queue__c',
            'Switchboard_Wrap_Up__c'
        ],
        tasks: 1
    },
    {
        name: 'outbound-call',
        at: '2026-03-02T09:00:00.000Z',
        common: [...EVERY_CALL, ...ANSWERED, 'Call.CalledNumber'],
        // On an outbound call the Genesys phone has the agent's name there.
        untold: ['Call.Ani'],
        emptyFields: ['Switchboard_ANI__c', 'Switchboard_Participant__c'],
        tasks: 1
    },
    {
        name: 'missed-call',
        at: '2026-03-02T09:00:00.000Z',
        common: [...EVERY_CALL, 'Call.Ani'],
        untold: ['Call.CalledNumber'],
        emptyFields: [],
        tasks: 0
    }
];

function textOf(name: string, transport: TransportName): string {
    return readFileSync(path.join(PROJECT, FOLDERS[transport], `${name}.json`), 'utf8');
}

type TraceReader = (text: string, began: number) => { readonly interactions: readonly Interaction[] };

const deployed = (await importDeployed('voiceTwins', {
    entry: `
        export { attributesOf } from 'c/interactionAttributes';
        export { interactionsOfTrace } from 'c/genesysTransport';
        export { interactionsOfVoiceTrace } from 'c/voiceTransport';`,
    messageService: path.join(PROJECT, 'bench/dispatch/channelStub.ts')
})) as {
    readonly attributesOf: (interaction: Interaction) => Attributes;
    readonly interactionsOfTrace: TraceReader;
    readonly interactionsOfVoiceTrace: TraceReader;
};

const READERS: Readonly<Record<TransportName, TraceReader>> = {
    'genesys-cloud': deployed.interactionsOfTrace,
    'salesforce-voice': deployed.interactionsOfVoiceTrace
};

function attributesOf({ at, name }: Twins, transport: TransportName): Attributes {
    const { interactions } = READERS[transport](textOf(name, transport), Date.parse(at));
    const [only, ...more] = interactions;
    assert.ok(only !== undefined && more.length === 0, `${name} is one call`);
    return deployed.attributesOf(only);
}

async function replayOf({ at, name }: Twins, transport: TransportName): Promise<Replayed> {
    const trace = readTrace(textOf(name, transport));
    assert.ok('entries' in trace);
    return replayTrace(trace.entries, { projectDir: PROJECT, transport, user: 'agent', mode: 'own', at: new Date(at) });
}

for (const twins of TWINS) {
    describe(`the ${twins.name} of both phones`, () => {
        const genesys = attributesOf(twins, 'genesys-cloud');
        const voice = attributesOf(twins, 'salesforce-voice');

        test('has the same value of every attribute that both tell', () => {
            assert.deepEqual(Object.keys(voice).sort(), [...twins.common].sort());
            assert.deepEqual(voice, Object.fromEntries(twins.common.map((name) => [name, genesys[name]])));
        });

        test('has no value on Salesforce Voice of what nothing tells there, and tells all the rest', () => {
            const missing = Object.keys(genesys).filter((name) => !Object.hasOwn(voice, name));
            const known = [...NEVER_TOLD, ...twins.untold];
            assert.deepEqual(
                missing.filter((name) => !known.includes(name) && !name.startsWith('Participant.')),
                []
            );
            assert.deepEqual(
                known.filter((name) => Object.hasOwn(voice, name)),
                []
            );
            assert.ok(twins.untold.every((name) => Object.hasOwn(genesys, name)));
        });

        test('leaves the same Tasks, field by field, in as many writes', async () => {
            const [told, toldByVoice] = [
                await replayOf(twins, 'genesys-cloud'),
                await replayOf(twins, 'salesforce-voice')
            ];
            const { problems, writes } = toldByVoice;
            assert.deepEqual([problems, writes], [told.problems, told.writes]);
            assert.equal(told.tasks.length, twins.tasks);
            assert.deepEqual(
                toldByVoice.tasks.map(withoutOrgTimes),
                told.tasks.map((task) => withoutOrgTimes(asTold(task, twins)))
            );
        });
    });
}

/** When the org heard of it: a page with Salesforce Voice first looks around for the other vendor's phone. */
function withoutOrgTimes(task: Replayed['tasks'][number]): Partial<Replayed['tasks'][number]> {
    const ofOrg = ['CreatedDate', 'CompletedDateTime', 'LastModifiedDate', 'SystemModstamp'];
    return Object.fromEntries(Object.entries(task).filter(([field]) => !ofOrg.includes(field)));
}

/** The Task of a Genesys Cloud call as it would be, had Salesforce Voice told of that call. */
function asTold(task: Replayed['tasks'][number], { emptyFields }: Twins): Replayed['tasks'][number] {
    for (const field of emptyFields) assert.notEqual(task[field], null, `${field} is filled on Genesys Cloud`);
    // The id of a Salesforce Voice call is that of the agent's own leg, so the key needs no time.
    const key = String(task['SwitchboardKey__c']).replace(/:\d{4}-.*$/, ':leg');
    return { ...task, ...Object.fromEntries(emptyFields.map((field) => [field, null])), SwitchboardKey__c: key };
}
