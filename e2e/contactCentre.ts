import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TaskLogging } from '../local/genesys/taskLog.ts';
import { projectFolders } from '../local/lightning/bundle/projectFolders.ts';
import type { Phones } from '../local/lightning/page/localPage.ts';
import { startLocal } from '../local/start.ts';
import type { LocalContactCentre } from '../local/start.ts';
import type { Commit } from '../local/org/orgTypes.ts';
import { embeddedFolder } from '../services/messaging-bridge/store/embeddedForTests.ts';
import { findBrowser, launchArgs } from '../scripts/browser.ts';
import { Agent } from './agent.ts';
import { projectWith } from './customisedProject.ts';
import type { Changes } from './customisedProject.ts';
import { sandboxedPage } from './membrane/sandboxedPage.ts';
import { hear } from './phoneMessages.ts';
import type { Heard } from './phoneMessages.ts';

export type TaskRow = Readonly<Record<string, unknown>> & { readonly Id: string };

/** How long anything may take that a person waits for, in milliseconds; long, because the machine may be busy. */
export const PATIENCE_MS = 60_000;

/** A database that is made already: to make one takes the bridge of the messaging page some seconds, after each reset. */
const fillBridge = (folder: string): Promise<string> => embeddedFolder(path.join(folder, 'data'));

const PROJECT = path.resolve(import.meta.dirname, '..');

/** The local contact centre and a browser, for the tests of one file. */
export interface ContactCentre {
    readonly url: string;
    /** A browser of its own, with its own storage. */
    computer(): Promise<BrowserContext>;
    /** Opens the page as a user of config/local-org.json; on a computer of their own unless one is given. */
    signIn(user: string, computer?: BrowserContext): Promise<Agent>;
    /** Opens the page of a user without waiting for it to be ready. */
    openPage(user: string, computer: BrowserContext, address?: string): Promise<Agent>;
    /** What the phone says to this user from now on. */
    hear(user: string): Promise<Heard>;
    /** Changes the settings record as an admin would in Setup; pages read it when they load. */
    settings(values: Readonly<Record<string, unknown>>): Promise<void>;
    /** Saves a new mapping record as Setup's form does: values by API name. */
    newRule(name: string, values: Readonly<Record<string, unknown>>): Promise<void>;
    profile(answers: Readonly<Record<string, string>>): Promise<void>;
    /** Which phones the pages have that load from now on. */
    phones(phones: Phones): Promise<void>;
    /** Does something at the other end of the line, such as `speech` or `consult`, as this user's contact centre. */
    farEnd(user: string, route: string, body: Readonly<Record<string, unknown>>): Promise<void>;
    faults(faults: Readonly<Record<string, unknown>>): Promise<void>;
    phoneLogs(when: TaskLogging['when'], lateSeconds?: number): Promise<void>;
    /** A system on the org's side makes a Task as this user, or changes one. Returns its id. */
    makeTask(user: string, fields: Readonly<Record<string, unknown>>, id?: string): string;
    /** The org's committed Tasks. */
    tasks(): readonly TaskRow[];
    /** The org's records of calls, which its telephony keeps. */
    calls(): readonly TaskRow[];
    /** Commits on Task that came through the page's API, not from the phone. */
    pageWrites(): readonly Commit[];
    commits(): readonly Commit[];
    /** Asks again until the check stands; fails with the check's own message. */
    until<T>(check: () => T | Promise<T>): Promise<T>;
    screenshotFile(name: string): string;
}

interface Running {
    readonly local: LocalContactCentre;
    readonly browser: Browser;
    /** Takes the place of the page's own script. */
    readonly script: string | undefined;
}

/**
 * Starts one contact centre for the file, puts everything back before each test, and closes it at the end. Changes are
 * collected for less time than agents have, so that nobody waits for it, unless `coalesceMs` says otherwise.
 * `changes` are what an admin changed in the org before it began. `sandboxed` runs the product's components behind a
 * membrane, as Lightning Web Security does. `atEnd` sees each page as a test left it.
 */
export function contactCentre({
    coalesceMs = 200,
    changes,
    sandboxed = false,
    atEnd
}: {
    coalesceMs?: number;
    changes?: Changes;
    sandboxed?: boolean;
    atEnd?: (page: Page) => Promise<void>;
} = {}): ContactCentre {
    const customised = changes && projectWith(changes);
    let running: Running | undefined;
    let computers: BrowserContext[] = [];
    let agents: Agent[] = [];
    let heard: Heard[] = [];

    const now = (): Running => {
        if (!running) throw new Error('The contact centre is not running.');
        return running;
    };
    const send = async (method: string, route: string, body: unknown = {}, user?: string): Promise<void> => {
        const response = await fetch(new URL(route, now().local.url), {
            method,
            headers: { 'content-type': 'application/json', ...(user ? { cookie: `sid=${user}` } : {}) },
            body: JSON.stringify(body)
        });
        if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
    };

    before(async () => {
        const [local, { executablePath }] = await Promise.all([
            startLocal({ port: 0, fillBridge, ...(customised ? { project: customised.folder } : {}) }),
            findBrowser()
        ]);
        try {
            const script = sandboxed ? await sandboxedPage(projectFolders(customised?.folder)) : undefined;
            running = { local, browser: await chromium.launch({ executablePath, args: [...launchArgs] }), script };
        } catch (error) {
            await local.close();
            throw error;
        }
    });
    after(async () => {
        await running?.browser.close();
        await running?.local.close();
        customised?.remove();
    });
    beforeEach(async () => {
        await send('POST', 'local/reset');
        await centre.settings({ Coalesce_Milliseconds__c: coalesceMs });
    });
    afterEach(async (context) => {
        // The types do not know yet that a test tells its end.
        const { name, passed } = context as TestContext & { readonly passed: boolean };
        const [leaving, closing] = [agents, computers];
        [agents, computers] = [[], []];
        heard.splice(0).forEach((one) => one.stop());
        if (!passed) {
            const file = name.replace(/[^\w]+/g, '-').slice(0, 80);
            await Promise.all(leaving.map((agent, at) => agent.photograph(centre.screenshotFile(`${file}-${at}`))));
        }
        await Promise.all(leaving.map(async ({ page }) => atEnd?.(page)));
        const errors = leaving.flatMap(({ thrown }) => thrown);
        await Promise.all(closing.map((computer) => computer.close()));
        if (errors.length > 0) throw new Error(`The page threw: ${errors.join('; ')}`);
    });

    const centre: ContactCentre = {
        get url() {
            return now().local.url;
        },
        async computer() {
            const computer = await now().browser.newContext({
                viewport: { width: 1440, height: 900 },
                // A sandbox makes code from text, which Lightning allows and the local page does not.
                bypassCSP: now().script !== undefined
            });
            computer.setDefaultTimeout(PATIENCE_MS);
            computers.push(computer);
            const { script: body } = now();
            if (body !== undefined) {
                await computer.route('**/page.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
            }
            return computer;
        },
        async signIn(user, computer) {
            const agent = await centre.openPage(user, computer ?? (await centre.computer()));
            await agent.isReady();
            await centre.until(() => assert.ok(agent.knowsHowTasksAreFilled, 'the org has told all'));
            return agent;
        },
        async openPage(user, computer, address = '') {
            await computer.addCookies([{ name: 'sid', value: user, url: now().local.url }]);
            const agent = new Agent(await computer.newPage());
            agents.push(agent);
            await agent.page.goto(new URL(address, now().local.url).href);
            return agent;
        },
        async hear(user) {
            const one = await hear(now().local.url, user);
            heard = [...heard, one];
            return one;
        },
        settings: (values) => send('PATCH', 'local/metadata/Switchboard_Setting__mdt/Default', values),
        newRule: (name, values) => send('POST', `local/metadata/Switchboard_Attribute_Mapping__mdt/${name}`, values),
        profile: (answers) => send('PUT', 'local/profile', answers),
        phones: (phones) => send('PUT', 'local/page', { phones }),
        farEnd: (user, route, body) => send('POST', `local/genesys/${route}`, body, user),
        faults: (faults) => send('PUT', 'local/faults', faults),
        phoneLogs: (when, lateSeconds = 1) => send('PUT', 'local/genesys/task-logging', { when, lateSeconds }),
        makeTask: (user, fields, id) => now().local.org.saveAs(user, 'Task', { ...fields }, id),
        tasks: () => now().local.org.records('Task') as TaskRow[],
        calls: () => now().local.org.records('VoiceCall') as TaskRow[],
        commits: () => now().local.org.commits(),
        pageWrites: () =>
            centre.commits().filter(({ object, via }) => object === 'Task' && (via === 'graphql' || via === 'uiApi')),
        async until(check) {
            for (const giveUpAt = Date.now() + PATIENCE_MS; ; await pause(50)) {
                try {
                    return await check();
                } catch (error) {
                    if (Date.now() > giveUpAt) throw error;
                }
            }
        },
        screenshotFile: (name) => path.join(PROJECT, 'test-results', 'screenshots', `${name}.png`)
    };
    return centre;
}
