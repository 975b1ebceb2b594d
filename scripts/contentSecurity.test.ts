import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { bundleFaults, metadataFaults, readBundles } from './contentSecurity/faults.ts';
import { HARMLESS } from './contentSecurity/rules.ts';

const root = path.resolve(import.meta.dirname, '..');
const bundles = readBundles(root);

test('a reviewer finds in no bundle what Lightning refuses to run or to load', () => {
    const scripts = bundles.filter(({ file }) => file.endsWith('.js'));
    assert.ok(scripts.length > 300, 'The components are not built: run npm run build.');
    assert.deepEqual(bundleFaults(bundles), []);
});

test('a reviewer finds no Apex, no static resource and no trusted site in the packages', () => {
    assert.deepEqual(metadataFaults(root), []);
});

test('a developer is told of metadata that would open the page to other addresses', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-metadata-'));
    mkdirSync(path.join(folder, 'force-app/tasks/cspTrustedSites'), { recursive: true });
    mkdirSync(path.join(folder, 'force-app/tasks/objects'));
    const faults = metadataFaults(folder);
    rmSync(folder, { recursive: true });
    assert.equal(faults.length, 1);
    assert.match(faults.join(), /cspTrustedSites: the packages have no metadata of this type/);
});

const PLANTED: readonly (readonly [file: string, text: string, what: RegExp])[] = [
    ['a.js', 'const a = eval("1");', /run as code/],
    ['a.js', 'const a = new Function("return 1");', /run as code/],
    ['a.js', 'setTimeout("go()", 1);', /run as code/],
    ['a.js', 'element.innerHTML = given;', /becomes markup/],
    ['a.js', 'document.createElement("script");', /made by hand/],
    ['a.js', 'fetch("/services/data");', /request of its own/],
    ['a.js', 'new WebSocket(address);', /request of its own/],
    ['a.js', 'import { loadScript } from "lightning/platformResourceLoader";', /code from elsewhere/],
    ['a.js', 'window.addEventListener("message", hear);', /another window/],
    ['a.js', 'window.open(address);', /another window/],
    ['a.js', 'const all = document.cookie;', /a cookie/],
    ['a.js', 'const address = "https://cdn.example.com/a.js";', /address of the network/],
    ['a.html', '<template><iframe></iframe></template>', /brings code or pages/],
    ['a.html', '<template><p onclick="go()"></p></template>', /handler in the markup/],
    ['a.html', '<template><p lwc:dom="manual"></p></template>', /made by hand/],
    ['a.html', '<template><a href="https://example.com"></a></template>', /address in the markup/],
    ['a.html', '<template><a href={a}\n target="_blank"></a></template>', /can reach this one/],
    ['a.css', '.a { background: url(/a.png); }', /from elsewhere/]
];

for (const [file, text, what] of PLANTED)
    test(`a developer is told of ${text.replaceAll(/\s+/g, ' ')}`, () => {
        assert.match(bundleFaults([{ file, text }]).join('\n'), what);
    });

test('a developer may write of all this in a comment, take a click and open a page of Setup', () => {
    const files = [
        { file: 'a.js', text: '// no eval, no innerHTML\n/** https://example.com */\nexport const retrieval = 1;' },
        { file: 'a.html', text: '<template><!-- <script> --><a onclick={go} href={to}></a></template>' },
        { file: 'b.html', text: '<template><a href={to} target="_blank" rel="noopener">a</a></template>' },
        { file: 'a.css', text: '/* url( */ .a { color: red; }' }
    ];
    assert.deepEqual(bundleFaults(files), []);
});

test('each line that is said to be harmless is still there', () => {
    const there = ({ file, line }: (typeof HARMLESS)[number]): boolean =>
        bundles.some((one) => one.file.endsWith(file) && one.text.split('\n').some((text) => line.test(text.trim())));
    assert.deepEqual(
        HARMLESS.filter((one) => !there(one)),
        []
    );
});
