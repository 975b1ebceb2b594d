import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import { METHOD_NAMES } from '../../voice/toolkitMethods.ts';
import { bundle } from '../bundle/bundle.ts';
import { projectFolders } from '../bundle/projectFolders.ts';

const HUB = path.resolve(import.meta.dirname, 'voiceToolkit.ts').replaceAll('\\', '/');

/** A page with a component that has the toolkit in its template, as a customer's component has. */
const FILES: Readonly<Record<string, string>> = {
    'force-app/demo/lwc/voicePanel/voicePanel.js-meta.xml': '<LightningComponentBundle/>',
    'force-app/demo/lwc/voicePanel/voicePanel.html':
        '<template><lightning-service-cloud-voice-toolkit-api></lightning-service-cloud-voice-toolkit-api></template>',
    'force-app/demo/lwc/voicePanel/voicePanel.js': `
        import { LightningElement, api } from 'lwc';
        export default class VoicePanel extends LightningElement {
            @api toolkit() {
                return this.template.querySelector('lightning-service-cloud-voice-toolkit-api');
            }
        }`,
    'entry.js': `
        import '@lwc/synthetic-shadow';
        import { createElement, getComponentDef } from 'lwc';
        import Panel from 'c/voicePanel';
        import Toolkit from 'lightning/serviceCloudVoiceToolkitApi';
        import { connectVoicePhone, tellToolkits } from '${HUB}';
        globalThis.asked = [];
        globalThis.page = {
            tellToolkits,
            add() {
                const panel = createElement('c-voice-panel', { is: Panel });
                document.body.append(panel);
                return panel;
            },
            connectPhone: () => connectVoicePhone((method, args) => globalThis.asked.push([method, ...args])),
            publicMembers: () => {
                const { methods, props } = getComponentDef(Toolkit);
                return { methods: Object.keys(methods), props: Object.keys(props) };
            }
        };`
};

interface Toolkit extends EventTarget {
    readonly [method: string]: unknown;
}
interface Panel extends Element {
    toolkit(): Toolkit;
}
interface Page {
    tellToolkits(event: { type: string; detail: unknown }): void;
    add(): Panel;
    connectPhone(): () => void;
    publicMembers(): { methods: string[]; props: string[] };
}

/** What came from the page is of another world, and never equal. */
function copied<T>(value: T): T {
    return JSON.parse(JSON.stringify(value)) as T;
}

describe('a component with the Voice toolkit in its template', () => {
    let project = '';
    let script = '';
    let asked: unknown[][] = [];
    let page: Page;

    before(async () => {
        project = mkdtempSync(path.join(tmpdir(), 'switchboard-voice-'));
        for (const [name, text] of Object.entries(FILES)) {
            mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
            writeFileSync(path.join(project, name), text);
        }
        script = await bundle(projectFolders(project), {
            entryPoints: [path.join(project, 'entry.js')],
            format: 'iife'
        });
    });
    after(() => rmSync(project, { recursive: true, force: true }));
    beforeEach(() => {
        const { window } = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' });
        Object.assign(window, { structuredClone });
        window.eval(script);
        ({ asked, page } = window as unknown as { asked: unknown[][]; page: Page });
    });

    function hearing(panel: Panel): { type: string; detail: unknown }[] {
        const heard: { type: string; detail: unknown }[] = [];
        panel.toolkit().addEventListener('hold', (event) => {
            heard.push({ type: event.type, detail: (event as CustomEvent<unknown>).detail });
        });
        return heard;
    }

    it('hears every event, as does every other one on the page, each with a detail of its own', () => {
        const all = [hearing(page.add()), hearing(page.add())];
        page.tellToolkits({ type: 'hold', detail: { callId: 'a', participant: 'b' } });
        page.tellToolkits({ type: 'resume', detail: { callId: 'a' } });
        const hold = [{ type: 'hold', detail: { callId: 'a', participant: 'b' } }];
        assert.deepEqual(all, [hold, hold]);
        assert.notEqual(all[0]?.[0]?.detail, all[1]?.[0]?.detail);
    });

    it('hears nothing while it is off the page, and again once it is back, without what was told between', () => {
        const panel = page.add();
        const heard = hearing(panel);
        const parent = panel.parentElement;
        panel.remove();
        page.tellToolkits({ type: 'hold', detail: { callId: 'between' } });
        parent?.append(panel);
        page.tellToolkits({ type: 'hold', detail: { callId: 'after' } });
        assert.deepEqual(
            heard.map(({ detail }) => detail),
            [{ callId: 'after' }]
        );
    });

    it('has the 15 methods and nothing else that could be asked', () => {
        const { methods, props } = copied(page.publicMembers());
        assert.deepEqual(methods.sort(), [...METHOD_NAMES].sort());
        const plain = Object.getOwnPropertyNames(Object.getPrototypeOf(page.add()) as object);
        assert.deepEqual(
            props.filter((name) => plain.includes(name)),
            []
        );
    });

    it('gets no answer of a method, and the phone of the page gets its arguments', () => {
        page.connectPhone();
        const toolkit = page.add().toolkit();
        const calls: readonly [string, ...unknown[]][] = [
            ['acceptCall'],
            ['endCall'],
            ['endCall', 'Agent'],
            ['hold', 'Initial_Caller'],
            ['sendDigits', '1#'],
            ['addParticipant', 'PhoneNumber', '+61491570156', true],
            ['updateNextBestActions', '0LQ', { a: 1 }]
        ];
        const answers = calls.map(([method, ...args]) =>
            (toolkit[method] as (...all: unknown[]) => unknown).apply(toolkit, args)
        );
        assert.deepEqual(
            answers,
            calls.map(() => undefined)
        );
        assert.deepEqual(copied(asked), calls);
    });

    it('calls a method for nothing where the page has no phone, or none any more', () => {
        const toolkit = page.add().toolkit();
        const mute = (): unknown => (toolkit['mute'] as () => unknown).call(toolkit);
        assert.equal(mute(), undefined);
        page.connectPhone()();
        assert.equal(mute(), undefined);
        assert.equal(asked.length, 0);
    });
});
