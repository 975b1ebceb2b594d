import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { bundle } from '../bundle/bundle.ts';
import { projectFolders } from '../bundle/projectFolders.ts';

/** An app whose one utility item tells when it comes and goes, and what it hears. */
const FILES: Readonly<Record<string, string>> = {
    'force-app/demo/applications/Demo.app-meta.xml':
        '<CustomApplication><label>Demo</label><utilityBar>Bar</utilityBar></CustomApplication>',
    'force-app/demo/flexipages/Bar.flexipage-meta.xml':
        '<FlexiPage><flexiPageRegions><itemInstances><componentInstance>' +
        '<componentInstanceProperties><name>eager</name><type>decorator</type><value>true</value></componentInstanceProperties>' +
        '<componentInstanceProperties><name>compact</name><value>true</value></componentInstanceProperties>' +
        '<componentName>listening</componentName></componentInstance></itemInstances></flexiPageRegions></FlexiPage>',
    'force-app/demo/lwc/listening/listening.js-meta.xml':
        '<LightningComponentBundle><targetConfigs><targetConfig targets="lightning__UtilityBar">' +
        '<property name="compact" type="Boolean"/></targetConfig></targetConfigs></LightningComponentBundle>',
    'force-app/demo/lwc/listening/listening.html':
        '<template><lightning-click-to-dial value="+61491570156"></lightning-click-to-dial></template>',
    'force-app/demo/lwc/listening/listening.js': `
        import { LightningElement, api } from 'lwc';
        import { createMessageContext, releaseMessageContext, subscribe } from 'lightning/messageService';
        let count = 0;
        export default class Listening extends LightningElement {
            @api compact = false;
            connectedCallback() {
                this.name = ++count;
                this.context = createMessageContext();
                subscribe(this.context, 'channel', ({ what }) => globalThis.happened.push(this.name + ' hears ' + what));
                globalThis.happened.push(this.name + ' comes, compact ' + this.compact);
            }
            disconnectedCallback() {
                releaseMessageContext(this.context);
                globalThis.happened.push(this.name + ' goes');
            }
        }`,
    'entry.js': `
        import '@lwc/synthetic-shadow';
        import { createElement } from 'lwc';
        import Bar from 'page/utilityBar';
        import { createMessageContext, publish } from 'lightning/messageService';
        import { utilityItems } from 'PLATFORM/utilityBar.ts';
        import { enableClickToDial, onClickToDial } from 'PLATFORM/openCti.ts';
        globalThis.happened = [];
        const bar = createElement('page-utility-bar', { is: Bar });
        utilityItems.follow((items) => { bar.items = items; });
        utilityItems.set([{ id: 'one', component: 'listening', label: 'Calls', icon: 'utility:call', panelLabel: 'Calls',
            panelIcon: 'utility:call', width: 380, height: 520, highlighted: false, open: true, loaded: true,
            canPopOut: true, poppedOut: false }]);
        document.body.append(bar);
        onClickToDial(({ number }) => globalThis.happened.push('dials ' + number));
        const context = createMessageContext();
        globalThis.page = { enableClickToDial, say: (what) => publish(context, 'channel', { what }) };`
};

interface Page {
    readonly happened: string[];
    readonly page: { enableClickToDial(): void; say(what: string): void };
}

/** A window opens after what the page does now. */
const opened = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Elements of the page, those inside components included: a walker sees the tree as it is. */
function inside(document: Document, tagName: string): Element[] {
    const walker = document.createTreeWalker(document.body, 1);
    const found: Element[] = [];
    while (walker.nextNode()) {
        const element = walker.currentNode as Element;
        if (element.tagName === tagName.toUpperCase()) found.push(element);
    }
    return found;
}

describe('an agent who pops the panel out', () => {
    let project = '';
    let script = '';
    before(async () => {
        project = mkdtempSync(path.join(tmpdir(), 'switchboard-pop-out-'));
        for (const [name, text] of Object.entries(FILES)) {
            mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
            const platform = path.resolve(import.meta.dirname, '../platform');
            writeFileSync(path.join(project, name), text.replaceAll('PLATFORM', platform.replaceAll('\\', '/')));
        }
        script = await bundle(projectFolders(project), {
            entryPoints: [path.join(project, 'entry.js')],
            format: 'iife'
        });
    });
    after(() => rmSync(project, { recursive: true, force: true }));

    function open(): { window: JSDOM['window'] & Page; press(name: string): Promise<void> } {
        const { window } = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' });
        window.eval(script);
        const press = async (name: string): Promise<void> => {
            const button = inside(window.document, 'lightning-button-icon').find(
                (one) => (one as unknown as { alternativeText: string }).alternativeText === name
            );
            assert.ok(button, name);
            button.dispatchEvent(new window.CustomEvent('click'));
            await opened();
        };
        return { window: window as unknown as JSDOM['window'] & Page, press };
    }

    it('has a new component, made with the same properties after the old one is gone', async () => {
        const { window, press } = open();
        await press('Pop out Calls');
        assert.deepEqual([...window.happened], ['1 comes, compact true', '1 goes', '2 comes, compact true']);
    });

    it('hears the phone in one component at a time, wherever the panel is', async () => {
        const { window, press } = open();
        for (const button of ['Pop out Calls', 'Pop in Calls']) {
            window.page.say(button);
            await press(button);
        }
        window.page.say('end');
        await new Promise((resolve) => setImmediate(resolve));
        const heard = [...window.happened].filter((line) => line.includes('hears'));
        assert.deepEqual(heard, ['1 hears Pop out Calls', '2 hears Pop in Calls', '3 hears end']);
    });

    it('sees a number as text until the phone enables click-to-dial, and then dials it by a click', async () => {
        const { window } = open();
        assert.deepEqual(inside(window.document, 'a'), []);
        window.page.enableClickToDial();
        await new Promise((resolve) => setImmediate(resolve));
        const [link] = inside(window.document, 'a') as HTMLAnchorElement[];
        assert.equal(link?.textContent, '+61491570156');
        link?.click();
        assert.equal(window.happened.at(-1), 'dials +61491570156');
    });
});
