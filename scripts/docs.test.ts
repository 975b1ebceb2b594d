import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ATTRIBUTES } from '../force-app/interactions/lwc/interactionAttributes/catalogue.ts';
import { attributeRows } from './docs/attributes.ts';
import { unknownCommands } from './docs/commands.ts';
import { brokenLinks, webAddresses } from './docs/links.ts';
import { labelTexts, programTexts, unsaidMessages } from './docs/messages.ts';
import { readPages } from './docs/pages.ts';
import type { Fault, Page } from './docs/pages.ts';
import { labelsAmong, labelsInAllLanguages, madeByTests, pictureFaults, readPictures } from './docs/pictures.ts';
import { brokenLines, readProject, shellLines } from './docs/shell.ts';
import { sourceFaults } from './docs/sources.ts';
import { entryOf, exportedNames, wrongImports } from './docs/snippets.ts';

const root = path.resolve(import.meta.dirname, '..');
const pages = readPages(root);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };
const scripts = new Set(Object.keys(manifest.scripts));

const project = readProject(root);

const whatOf = (faults: readonly Fault[]): string[] => faults.map(({ what }) => what);
const page = (text: string, file = 'docs/seeded.md'): Page => ({ file, text });
const brokenIn = (text: string): string[] => whatOf(brokenLinks(root, [page(text)]));
const unknownIn = (text: string): string[] => whatOf(unknownCommands(new Set(['start', 'test']), [page(text)]));
const wrongIn = (code: string): string[] =>
    whatOf(wrongImports([page(`\`\`\`ts\n${code}\n\`\`\`\n`)], (bundle) => entryOf(root, bundle)));
const unsaidIn = (heading: string): string[] =>
    whatOf(
        unsaidMessages(
            page(`# Title\n\n## Agents\n\n### ${heading}\n`),
            ['… is late. Wait.', 'Saved'],
            ["say('Port ')"]
        )
    );

test('a reader finds the start page and the guides', () => {
    const files = pages.map(({ file }) => file);
    for (const file of [
        'README.md',
        'docs/agents.md',
        'docs/admins.md',
        'docs/developers.md',
        'docs/mcp.md',
        'docs/troubleshooting.md'
    ])
        assert.ok(files.includes(file), file);
});

test('a reader who follows a link, a picture or a path of the pages finds it', () => {
    assert.deepEqual(brokenLinks(root, pages), []);
});

test('a reader finds every guide in the list of the guides', () => {
    const list = pages.find(({ file }) => file === 'docs/README.md');
    assert.ok(list);
    const guides = pages.map(({ file }) => file).filter((file) => /^docs\/(?!README)[^/]+\.md$/.test(file));
    assert.ok(guides.length >= 16);
    const listed = guides.filter((file) => list.text.includes(`](${path.posix.basename(file)}`));
    assert.deepEqual(
        guides.filter((file) => !listed.includes(file)),
        []
    );
});

test('a stranger sees the picture, the two commands and what is proven where without scrolling far', () => {
    const first = pages.find(({ file }) => file === 'README.md')?.text.split('\n## ')[0] ?? '';
    assert.match(first, /!\[[^\]]+\]\(docs\/pictures\/[\w-]+\.png\)/);
    assert.match(first, /```sh\nnpm start +#.*\nnpm test +#.*\n```/);
    assert.match(first, /Nothing has run in a Salesforce org or against a Genesys Cloud tenant yet/);
    assert.match(first, /\(docs\/proven\.md\)/);
    assert.ok(first.split('\n').length <= 32, `${first.split('\n').length} lines before the first heading`);
});

test('a reader of the first page goes on from one sentence to the guides', () => {
    const [, end = ''] = pages.find(({ file }) => file === 'README.md')?.text.split('\n## Where to read on\n') ?? [];
    assert.match(end, /^\n\[The guides\]\(docs\/README\.md\)[^|]+$/);
});

test('a reader who types a command of the pages has it', () => {
    assert.deepEqual(unknownCommands(scripts, pages), []);
});

test('a developer who copies a code block imports what is really exported', () => {
    assert.deepEqual(
        wrongImports(pages, (bundle) => entryOf(root, bundle)),
        []
    );
});

test('a developer who copies a code block of any page copies what is compiled and tested', async () => {
    assert.deepEqual(await sourceFaults(root, pages), []);
});

test('a reader who types the lines of a shell block has their programs, files and options', () => {
    assert.ok(pages.flatMap(shellLines).length > 40);
    assert.deepEqual(brokenLines(project, pages), []);
});

test('a person who searches the troubleshooting page for a message finds its own words', () => {
    const troubleshooting = pages.find(({ file }) => file === 'docs/troubleshooting.md');
    assert.ok(troubleshooting);
    assert.deepEqual(unsaidMessages(troubleshooting, labelTexts(root), programTexts(root)), []);
});

test('a reader of the privacy page finds each name under which the browser keeps something, and no other', () => {
    const privacy = pages.find(({ file }) => file === 'docs/privacy.md');
    const sources = globSync('force-app/**/*.ts', { cwd: root }).filter((file) => !file.includes('__tests__'));
    const kept = sources.flatMap((file) =>
        [...readFileSync(path.join(root, file), 'utf8').matchAll(/createKeptEntries\([^)]*'(\w+)'\)/g)].map(
            ([, heading]) => heading
        )
    );
    assert.ok(kept.length > 5);
    const told = [...(privacy?.text.matchAll(/`switchboard:<org>:<user>:(\w+):`/g) ?? [])].map(([, name]) => name);
    assert.deepEqual(told.sort(), kept.sort());
});

test('an admin who moves to Salesforce Voice finds each attribute once, in the order of the list', () => {
    const voice = pages.find(({ file }) => file === 'docs/voice.md');
    const named = attributeRows(voice?.text ?? '').map(({ name }) => name);
    assert.deepEqual(
        named,
        ATTRIBUTES.map(({ name }) => name)
    );
});

test('a reader sees no picture that no test makes any more, or that says what the product no longer says', () => {
    assert.deepEqual(pictureFaults(readPictures(root), pages, madeByTests(root), labelsInAllLanguages(root)), []);
});

test('a writer is told of a link to a page that does not exist', () => {
    assert.deepEqual(brokenIn('[x](nowhere.md)'), ['nowhere.md does not exist']);
});

test('a writer is told of a picture that does not exist', () => {
    assert.deepEqual(brokenIn('![x](pictures/nothing.png "A picture")'), ['pictures/nothing.png does not exist']);
});

test('a writer is told of a heading that does not exist', () => {
    assert.deepEqual(brokenIn('# Two words\n\n[x](#two-words) [y](#three-words)'), ['#three-words names no heading']);
});

test('a writer links to the second of two headings that are the same', () => {
    assert.deepEqual(brokenIn('# One\n\n# One\n\n[x](#one) [y](#one-1) [z](#one-2)'), ['#one-2 names no heading']);
});

test('a writer is told of a broken link in HTML, and of one whose target stands elsewhere on the page', () => {
    assert.deepEqual(brokenIn('<a href="gone.md">x</a> and <img alt="" src="gone.png">'), [
        'gone.md does not exist',
        'gone.png does not exist'
    ]);
    assert.deepEqual(brokenIn('[x][one]\n\n[one]: nowhere.md\n'), ['nowhere.md does not exist']);
});

test('a maker lists each web address once, with its pages', () => {
    const both = [
        page('[x](https://b.example) [y](https://a.example) [z](here.md)', 'one.md'),
        page('[x](https://b.example)', 'two.md')
    ];
    assert.deepEqual(
        [...webAddresses(both)],
        [
            ['https://a.example', ['one.md']],
            ['https://b.example', ['one.md', 'two.md']]
        ]
    );
});

test('a writer is told of a link out of the project', () => {
    assert.deepEqual(brokenIn('[x](../../elsewhere.md)'), ['../../elsewhere.md leaves the project']);
});

test('a writer is told of a path in the text that does not exist', () => {
    assert.deepEqual(brokenIn('`scripts/docs.test.ts` and `scripts/nothing.ts`'), [
        'scripts/nothing.ts does not exist'
    ]);
});

test('a writer may link to a web address, and may show a link as code', () => {
    assert.deepEqual(brokenIn('[x](https://example.com/a) and `[y](nowhere.md)`'), []);
});

test('a writer is told of a command that package.json does not have', () => {
    assert.deepEqual(unknownIn('`npm run start`, `npm run fly`'), ['npm run fly is no command of package.json']);
});

test('a writer is told of an unknown command that is given options', () => {
    assert.deepEqual(unknownIn('`npm run --silent fly -- FILE`'), [
        'npm run --silent fly is no command of package.json'
    ]);
});

test('a writer is told of a part of the tests that does not exist', () => {
    const [what] = unknownIn('```sh\nnpm test -- --only unit,speed   # two parts\n```');
    assert.match(what ?? '', /there is no "speed"/);
});

test('a writer may name the commands of npm itself', () => {
    assert.deepEqual(unknownIn('`npm ci`, `npm run …`, then prose about npm as it is'), []);
});

test('a writer is told of an import that a component does not export', () => {
    assert.deepEqual(wrongIn("import { applyEvent, fly } from 'c/interactions';"), [
        'c/interactions does not export fly'
    ]);
});

test('a writer is told of a component that does not exist', () => {
    assert.deepEqual(wrongIn("import { a } from 'c/nothing';"), ['there is no component c/nothing']);
});

test('a writer may import every kind of export', () => {
    const source = [
        "export { a, b as c } from './x.ts';",
        "export type { D } from './x.ts';",
        'export const e = 1;',
        'export function f(): void {}',
        'export interface G {}',
        'export default class extends Object {}',
        'const hidden = 1;'
    ].join('\n');
    assert.deepEqual([...exportedNames(source)].sort(), ['D', 'G', 'a', 'c', 'default', 'e', 'f']);
});

test('a writer is told of a troubleshooting heading that nothing says', () => {
    assert.deepEqual(unsaidIn('Lost'), ['no label and no program says "Lost"']);
});

test('a writer may head a part with a whole label, its first sentence or the words of a program', () => {
    assert.deepEqual(['Saved', '… is late.', 'Port …'].flatMap(unsaidIn), []);
});

const sourced = async (text: string): Promise<string[]> => whatOf(await sourceFaults(root, [page(text)]));

test('a writer is told of code that was typed by hand', async () => {
    assert.deepEqual(await sourced('```ts\nconst typed = 1;\n```\n'), [
        'the block that begins with "const typed = 1;" has no <!-- from: PATH --> before it'
    ]);
});

test('a writer is told of code whose file is gone', async () => {
    assert.deepEqual(await sourced('<!-- from: docs/gone.ts -->\n\n```ts\nx;\n```\n'), ['docs/gone.ts does not exist']);
});

test('a writer is told of code that differs from its file', async () => {
    assert.deepEqual(await sourced('<!-- from: examples/call-counter/jest.config.js -->\n\n```js\nx;\n```\n'), [
        'a code block differs from its file: run npm run docs'
    ]);
});

test('a writer is told of code in a list, where its source is not looked for', async () => {
    const [what = ''] = await sourced('1. One\n\n    ```ts\n    x;\n    ```\n');
    assert.match(what, /^a block of ts is indented/);
});

const broken = (line: string): string[] => whatOf(brokenLines(project, [page(`\`\`\`sh\n${line}\n\`\`\`\n`)]));

test('a writer is told of a program, a file and an option that are not there', () => {
    assert.deepEqual(broken('fly --now'), ['"fly" is no program that a reader is told of']);
    assert.deepEqual(
        broken('npx digital-mcp --config FILE\nnpx flying\nnode_modules/.bin/bridge run\nnode_modules/.bin/flying'),
        ['npm installs no flying', 'npm installs no flying']
    );
    assert.deepEqual(broken('npm run replay -- local/gone.json [--fly HIGH]'), [
        'local/gone.json does not exist',
        'no program of ours has the option --fly'
    ]);
    assert.deepEqual(broken('node services/gone.ts'), ['services/gone.ts does not exist']);
});

test('a writer is told of a line that is broken in two, or stands in a list', () => {
    const text =
        '1. One\n\n    ```sh\n    sf project deploy start \\\n        --source-dir force-app/gone   # all\n    ```\n';
    assert.deepEqual(whatOf(brokenLines(project, [page(text)])), ['force-app/gone does not exist']);
});

test('a writer may type commands', async () => {
    assert.deepEqual(await sourced('```sh\nnpm test\n```\n'), []);
});

const picturesIn = ({
    labels = ['Saved'] as readonly string[] | undefined,
    text = '![The card](pictures/card.png)',
    made = ['card']
}): string[] => whatOf(pictureFaults([{ name: 'card', labels }], [page(text)], made, ['Saved', 'Open Task: …']));

test('a writer may show a picture that a test makes, with the labels of today', () => {
    assert.deepEqual(picturesIn({ labels: ['Open Task: …', 'Saved'] }), []);
});

test('a writer is told of a picture that no page shows', () => {
    assert.deepEqual(picturesIn({ text: 'no picture' }), ['no page shows it']);
});

test('a writer is told of a picture that no browser test makes', () => {
    assert.deepEqual(picturesIn({ made: [] }), ['no browser test makes it']);
});

test('a writer is told of a picture that a browser test makes and that nobody kept', () => {
    const [what = ''] = picturesIn({ made: ['card', 'form'] });
    assert.match(what, /^a browser test makes it, and it is not there/);
});

test('a writer is told of a picture with words that the product no longer says', () => {
    const [what = ''] = picturesIn({ labels: ['Saved', 'Switchboard Health'] });
    assert.match(what, /^it says "Switchboard Health", which is no label any more: run the browser tests with/);
});

test('a writer is told of a picture whose words nobody wrote down', () => {
    const faults = pictureFaults(
        [{ name: 'card', labels: undefined }],
        [page('![x](pictures/card.png)')],
        ['card'],
        []
    );
    assert.match(whatOf(faults).join(), /^nobody knows its words/);
});

test('a picture says a label whose name was filled in, and none that is part of a longer text', () => {
    const labels = ['Saved', 'Open Task: …', '… · …', 'Hold', 'Saved'];
    assert.deepEqual(labelsAmong(['Saved', 'Open Task: Edna Frank', 'Hold the line', 'a · b'], labels), [
        'Open Task: …',
        'Saved'
    ]);
});

test('a browser test names the pictures that it makes', () => {
    const made = madeByTests(root);
    for (const name of ['call-and-task', 'agent-keys', 'mapping-rules', 'org-health'])
        assert.ok(made.includes(name), name);
});
