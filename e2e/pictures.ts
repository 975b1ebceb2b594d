import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { labelsAmong, readableLabels } from '../scripts/docs/pictures.ts';
import type { Agent } from './agent.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
const PICTURES = path.join(PROJECT, 'docs/pictures');
/** How long something may stay on the page that is not on its picture, such as a button while a Task is saved. */
const PATIENCE_MS = 60_000;
/** Room beside the utility bar. */
const PART = { width: 2000, height: 2400 } as const;
const PANEL = { width: 900, height: 1400 } as const;

/** How the window, and what is shown in it, stand while the picture is taken. */
interface Framed {
    /** The window as it is, instead of all that is shown in it and below. */
    readonly asOnScreen?: boolean;
    readonly size?: { readonly width: number; readonly height: number };
    /** Runs in the page. */
    readonly prepare?: (shown: HTMLElement) => void;
}

interface Said {
    readonly text: string;
    /** Part of a heading, a button or the name of a field, which are there for longer than what happens to be told. */
    readonly lasting: boolean;
}

/** Each text and each name that can be seen or heard there. Runs in the page. */
function textsIn(shown: HTMLElement): Said[] {
    const found: Said[] = [];
    const walk = (node: Node, within: boolean): void => {
        let lasting = within;
        const say = (text: string): unknown => found.push({ text: text.replaceAll(/\s+/g, ' ').trim(), lasting });
        if (node instanceof Text) say(node.data);
        if (node instanceof Element) {
            // An element with `display: contents` has no box of its own, and is never visible.
            if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
            lasting ||= node.matches('h1, h2, h3, h4, th, label, legend, button, summary, dt');
            for (const name of ['aria-label', 'placeholder', 'title']) say(node.getAttribute(name) ?? '');
            node.shadowRoot?.childNodes.forEach((child) => walk(child, lasting));
        }
        node.childNodes.forEach((child) => walk(child, lasting));
    };
    walk(shown, false);
    return found;
}

/** By language. */
const known = new Map<string, readonly string[]>();

async function labelsIn(shown: Locator, which: (said: Said) => boolean): Promise<string[]> {
    const lang = await shown.evaluate(() => document.documentElement.lang);
    const readable = known.get(lang) ?? readableLabels(PROJECT, lang);
    known.set(lang, readable);
    const texts = await shown.evaluate(textsIn);
    return labelsAmong(
        texts.filter(which).map(({ text }) => text),
        readable
    );
}

/** Fails when headings, buttons or fields have come to what the picture shows since it was made. */
async function stillShowsAll(shown: Locator, name: string): Promise<void> {
    const then = readFileSync(path.join(PICTURES, `${name}.txt`), 'utf8').split('\n');
    for (const giveUpAt = Date.now() + PATIENCE_MS; ; await pause(100)) {
        const come = (await labelsIn(shown, ({ lasting }) => lasting)).filter((label) => !then.includes(label));
        if (come.length === 0) return;
        if (Date.now() > giveUpAt) {
            throw new Error(
                `docs/pictures/${name}.png lacks ${come.join(', ')}: run this with SWITCHBOARD_PICTURES=1.`
            );
        }
    }
}

/**
 * The picture of this name for a guide, and the labels on it, by which scripts/docs.test.ts tells when it is out of date.
 * Made anew only when asked for with SWITCHBOARD_PICTURES=1, so that a test run leaves the tree as it was.
 */
async function picture(shown: Locator, name: string, { asOnScreen = false, size, prepare }: Framed): Promise<void> {
    if (process.env['SWITCHBOARD_PICTURES'] !== '1') return stillShowsAll(shown, name);
    const file = path.join(PICTURES, name);
    const page = shown.page();
    const [window, style] = [page.viewportSize(), await shown.getAttribute('style')];
    const labels = await labelsIn(shown, () => true);
    writeFileSync(`${file}.txt`, labels.map((label) => `${label}\n`).join(''));
    if (size) await page.setViewportSize(size);
    if (prepare) await shown.evaluate(prepare);
    await (asOnScreen ? page : shown).screenshot({ path: `${file}.png`, animations: 'disabled' });
    await shown.evaluate((element, given) => element.setAttribute('style', given), style ?? '');
    if (window) await page.setViewportSize(window);
}

/** All that a person has on the screen. */
export async function pagePicture({ page }: Agent, name: string): Promise<void> {
    await picture(page.locator('body'), name, { asOnScreen: true });
}

/** One part of a page. */
export async function partPicture(part: Locator, name: string): Promise<void> {
    await picture(part, name, { size: PART });
}

/** Switchboard's panel, as high as what it holds. */
export async function panelPicture({ page }: Agent, name: string): Promise<void> {
    await picture(page.getByRole('region', { name: 'Switchboard', exact: true }), name, {
        size: PANEL,
        prepare(panel) {
            const content = panel.querySelector('page-utility-panel')?.scrollHeight ?? 0;
            panel.style.height = `${Math.min(1200, content + 56)}px`;
        }
    });
}
