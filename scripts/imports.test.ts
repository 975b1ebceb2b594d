import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { circles } from './imports/circles.ts';
import { VENDOR_CHANNEL, VENDOR_CHANNEL_FILE, violations } from './imports/rules.ts';
import { readSources } from './imports/sources.ts';

const root = path.resolve(import.meta.dirname, '..');
const lwc = (owner: string, bundle: string, name = bundle): string => `force-app/${owner}/lwc/${bundle}/${name}.ts`;
const importing = (file: string, specifier: string): { file: string; text: string } => ({
    file,
    text: `import { a } from '${specifier}';\nexport const b = a;\n`
});

/** Bundles that the seeds import. */
const NEIGHBOURS = [
    { file: lwc('interactions', 'interactions'), text: 'export {};' },
    { file: lwc('client-events', 'clientEvents'), text: 'export {};' },
    { file: lwc('tasks', 'taskSync'), text: 'export {};' },
    { file: lwc('genesys-cloud', 'genesysUtility'), text: 'export {};' }
];

test('every file of the project keeps the import rules', () => {
    assert.deepEqual(violations(readSources(root)), []);
});

test('no files of the project import each other in a circle', () => {
    assert.deepEqual(circles(readSources(root)), []);
});

test('a developer whose files import each other is told the way round, also where only types are imported', () => {
    const type = (from: string): string => `import type { A } from '${from}';\nexport type B = A;\n`;
    const tied = [
        { file: 'local/a.ts', text: type('./room/b.ts') },
        { file: 'local/room/b.ts', text: type('../c.ts') },
        { file: 'local/c.ts', text: type('./a.ts') },
        { file: 'local/d.ts', text: type('./a.ts') }
    ];
    assert.deepEqual(circles(tied), [['local/a.ts', 'local/room/b.ts', 'local/c.ts', 'local/a.ts']]);
    assert.deepEqual(circles(tied.slice(1)), []);
});

test("the vendor's channel stands in the one file that is meant to name it", () => {
    const naming = readSources(root).filter(
        ({ file, text }) =>
            file.startsWith('force-app/') && !file.includes('__tests__') && text.includes(VENDOR_CHANNEL)
    );
    assert.deepEqual(
        naming.map(({ file }) => file),
        [VENDOR_CHANNEL_FILE]
    );
});

const SEEDED: readonly [string, { file: string; text: string }, string][] = [
    [
        'lets the heart import a package',
        importing(lwc('interactions', 'interactions'), 'c/taskSync'),
        'interactions does not depend on tasks'
    ],
    [
        'lets client-events import anything',
        importing(lwc('client-events', 'clientEvents'), 'c/interactions'),
        'client-events does not depend on interactions'
    ],
    [
        'lets tasks know a vendor',
        importing(lwc('tasks', 'taskSync'), 'c/genesysUtility'),
        'tasks does not depend on genesys-cloud'
    ],
    [
        'lets the panel know a vendor',
        importing(lwc('agent-panel', 'panel'), 'c/clientEvents'),
        'agent-panel does not depend on client-events'
    ],
    [
        'imports only a type of a package that is not a dependency',
        { file: lwc('tasks', 'taskSync'), text: "import type { A } from 'c/clientEvents';\nexport type B = A;" },
        'tasks does not depend on client-events'
    ],
    [
        'brings the platform into the heart',
        importing(lwc('interactions', 'interactions'), 'lightning/messageService'),
        'this part imports nothing of the platform'
    ],
    [
        'brings the platform into the codec',
        importing(lwc('client-events', 'clientEventCodec'), '@salesforce/user/Id'),
        'this part imports nothing of the platform'
    ],
    [
        'brings the platform into the mapping',
        importing(lwc('tasks', 'attributeMapping', 'rules'), 'lightning/uiRecordApi'),
        'this part imports nothing of the platform'
    ],
    [
        'brings the platform into the decoder of Voice',
        importing(lwc('salesforce-voice', 'voiceToolkitEvents', 'decode'), 'lightning/messageService'),
        'this part imports nothing of the platform'
    ],
    [
        'names the vendor channel a second time',
        { file: lwc('client-events', 'clientEvents'), text: `export const channel = '${VENDOR_CHANNEL}';` },
        'the vendor channel stands in one file'
    ],
    [
        "imports another bundle's inside",
        importing(lwc('tasks', 'taskSync'), 'c/interactions/types'),
        "a component's inside is its own"
    ],
    [
        'reaches into a neighbour by path',
        importing(lwc('tasks', 'taskSync'), '../attributeMapping/rules.ts'),
        'a relative import stays in its bundle'
    ],
    [
        'forgets the ending of an import',
        importing(lwc('tasks', 'taskSync'), './outbox'),
        'a relative import ends in .ts'
    ],
    [
        'imports the local contact centre into a component',
        importing(lwc('tasks', 'taskSync'), '../../../../local/org/org.ts'),
        'a relative import stays in its bundle'
    ],
    ['calls Apex', importing(lwc('tasks', 'taskSync'), '@salesforce/apex/Saver.save'), 'no Apex'],
    ['adds an Apex class', { file: 'force-app/tasks/classes/Saver.cls', text: 'public class Saver {}' }, 'no Apex'],
    [
        'imports a component into local by path',
        importing('local/replay.ts', '../force-app/tasks/lwc/taskSync/taskSync.ts'),
        'local loads components as the platform would, never by path'
    ],
    [
        'imports local into a service',
        importing('services/digital-mcp/src/server.ts', '../../../local/server.ts'),
        'a service imports neither local nor components'
    ],
    [
        'imports one service into another that it does not depend on',
        importing('services/genesys-api/src/client.ts', '@switchboard/digital-mcp'),
        'genesys-api does not depend on digital-mcp'
    ],
    [
        'lets a room of the bridge know how it is operated',
        importing('services/messaging-bridge/genesys/repWrites.ts', '../operate/channels.ts'),
        'a room of the bridge knows nothing of how it is operated'
    ],
    [
        'adds a package that nobody described',
        importing(lwc('extras', 'extra'), 'c/interactions'),
        'force-app/extras is no known package'
    ]
];

for (const [what, seed, rule] of SEEDED) {
    test(`a developer who ${what} is told which rule that breaks`, () => {
        const found = violations([...NEIGHBOURS, seed]);
        assert.deepEqual(
            found.map((violation) => [violation.file, violation.rule]),
            [[seed.file, rule]]
        );
    });
}

test('a developer may import what a package depends on, and its own files', () => {
    const allowed = [
        importing(lwc('tasks', 'taskSync'), 'c/interactions'),
        importing(lwc('tasks', 'taskSync', 'drain'), './outbox.ts'),
        importing(lwc('genesys-cloud', 'genesysTransport'), 'c/clientEvents'),
        importing('force-app/tasks/lwc/taskSync/__tests__/taskSync.test.ts', '../../../../../test/mocks/a.ts'),
        importing('services/digital-mcp/src/server.ts', '@switchboard/genesys-api'),
        importing('services/messaging-bridge/bridge.ts', './operate/runBridge.ts'),
        importing('local/replay.ts', 'c/genesysUtility')
    ];
    assert.deepEqual(violations([...NEIGHBOURS, ...allowed]), []);
});
