import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bundle } from './bundle.ts';
import { createLwcCompiler } from './lwcCompiler.ts';
import { projectFolders } from './projectFolders.ts';

const META =
    '<LightningComponentBundle><apiVersion>66.0</apiVersion><isExposed>false</isExposed></LightningComponentBundle>';
let project = '';

beforeEach(() => {
    project = mkdtempSync(path.join(tmpdir(), 'switchboard-bundle-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
}

function component(name: string, script: string, template = '<template></template>'): void {
    const folder = `force-app/demo/lwc/${name}`;
    write(`${folder}/${name}.js`, script);
    write(`${folder}/${name}.html`, template);
    write(`${folder}/${name}.js-meta.xml`, META);
}

async function bundled(entry: string): Promise<string> {
    write('entry.js', entry);
    const folders = { ...projectFolders(project), cache: path.join(project, 'cache') };
    return bundle(folders, { entryPoints: [path.join(project, 'entry.js')], format: 'esm' });
}

async function exported(entry: string): Promise<Record<string, unknown>> {
    const script = await bundled(entry);
    return (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as Record<string, unknown>;
}

describe('a developer who starts the page', () => {
    it('gets a component with its template, and a label in it', async () => {
        write(
            'force-app/demo/labels/CustomLabels.labels-meta.xml',
            '<CustomLabels><labels><fullName>Hello</fullName><value>Good &amp; day</value></labels></CustomLabels>'
        );
        component(
            'hello',
            "import { LightningElement } from 'lwc'; import HELLO from '@salesforce/label/c.Hello';" +
                'export default class Hello extends LightningElement { hello = HELLO; }',
            '<template><p class="greeting">{hello}</p></template>'
        );
        const script = await bundled("export { default } from 'c/hello';");
        assert.match(script, /Good & day/);
        assert.match(script, /greeting/);
    });

    it('gets one and the same module through two importers', async () => {
        component('shared', 'export const list = [];');
        component('one', "import { list } from 'c/shared'; list.push('one'); export const one = list;");
        const found = await exported("export { one } from 'c/one'; export { list } from 'c/shared';");
        assert.equal(found['one'], found['list']);
    });

    it('gets the same script twice from the same sources', async () => {
        component('shared', 'export const list = [1];');
        const entry = "export { list } from 'c/shared';";
        assert.equal(await bundled(entry), await bundled(entry));
    });

    it('is told the missing label and who imports it', async () => {
        component('hello', "import A from '@salesforce/label/c.Nope'; export const a = A;");
        await assert.rejects(bundled("export { a } from 'c/hello';"), /Nope does not exist.*hello\.js/s);
    });

    it('is told to build when the emitted script is missing', async () => {
        component('hello', 'export const a = 1;');
        rmSync(path.join(project, 'force-app/demo/lwc/hello/hello.js'));
        await assert.rejects(bundled("export { a } from 'c/hello';"), /npm run build/);
    });

    it('is told the file of a template that does not compile', async () => {
        component(
            'hello',
            "import { LightningElement } from 'lwc'; export default class Hello extends LightningElement {}",
            '<template><p>{a.b()}</p></template>'
        );
        await assert.rejects(bundled("export { default } from 'c/hello';"), /hello\.html/);
    });

    it('is told the name of a module that nobody has', async () => {
        await assert.rejects(bundled("import 'c/nobody';"), /c\/nobody/);
    });

    it('uses this page in place of the platform, not the stand-in of the base components', async () => {
        const script = await bundled("export { NavigationMixin } from 'lightning/navigation';");
        assert.match(script, /standard__recordPage/);
    });

    it('gets the platform component that the published base components lack', async () => {
        component(
            'hello',
            "import { LightningElement } from 'lwc'; export default class Hello extends LightningElement {}",
            '<template><lightning-click-to-dial value="+61491570156"></lightning-click-to-dial></template>'
        );
        assert.match(await bundled("export { default } from 'c/hello';"), /clickToDialEnabled/);
    });

    it('waits for the compiler only once for the same source', () => {
        const compile = createLwcCompiler(path.join(project, 'cache'));
        const file = path.join(project, 'x.css');
        writeFileSync(file, 'p { color: red; }');
        const source = { file, name: 'x.css', module: 'c/x', scopedStyles: false };
        const first = compile(source);
        const kept = path.join(project, 'cache', readdirSync(path.join(project, 'cache'))[0] ?? '');
        writeFileSync(kept, '// kept');
        assert.match(first, /stylesheet/);
        assert.equal(compile(source), '// kept');
        writeFileSync(file, 'p { color: blue; }');
        assert.match(compile(source), /blue/);
    });
});
