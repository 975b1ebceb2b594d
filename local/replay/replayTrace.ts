import { Script } from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { TraceEntry } from '../genesys/trace.ts';
import { bundleForReplay } from '../lightning/bundle/bundle.ts';
import { localPageOf } from '../lightning/page/pageHtml.ts';
import { createLocalOrg } from '../org/org.ts';
import type { RecordValues } from '../org/orgTypes.ts';
import type { TransportName } from '../transports.ts';
import { createTelephony } from './telephony.ts';
import { createTabLocks, shareBrowser } from './browserTabs.ts';
import { installClock } from './virtualClock.ts';

export type ReplayMode = 'follow' | 'own' | 'phone';

/** Where the calls of Salesforce Voice are saved. */
export type ReplayTarget = 'Task' | 'VoiceCall';

export interface ReplayOptions {
    readonly projectDir: string;
    /** Whose messages the trace holds. Default `genesys-cloud`. */
    readonly transport?: TransportName;
    /** A user of config/local-org.json. */
    readonly user: string;
    readonly mode: ReplayMode;
    /** Default `Task`. */
    readonly target?: ReplayTarget;
    /** When the trace begins. */
    readonly at: Date;
    /** IANA name; without it the user's own. */
    readonly timeZone?: string;
    /** Tabs of one browser that all hear the phone. Default 1. */
    readonly tabs?: number;
}

/** What the trace left in the org. */
export interface Replayed {
    readonly tasks: readonly RecordValues[];
    /** The records of the calls, which the telephony of the replay makes; absent where they are not the target. */
    readonly calls?: readonly RecordValues[];
    /** Commits on Task, and of the page on VoiceCall. */
    readonly writes: number;
    /** Those of them that gave no field another value. */
    readonly redundantWrites: number;
    /** Commits on the Task that had most of them. */
    readonly mostWrites: number;
    /** Messages that asked the phone to write attributes itself. */
    readonly handedOver: number;
    /** What the utility reports as not saved or not understood. */
    readonly problems: readonly Readonly<Record<string, unknown>>[];
}

/** How long the page stays open after the last message, in milliseconds: time for every retry and every wait. */
const STAYS_OPEN_MS = 15 * 60_000;
/** What a page does when all is saved: no need to wait for more. */
const QUIET_MS = 10_000;

/** Throws RangeError for a user or a time zone that does not exist. */
export async function replayTrace(entries: readonly TraceEntry[], options: ReplayOptions): Promise<Replayed> {
    let now = (): Date => options.at;
    const org = createLocalOrg({ projectDir: options.projectDir, databaseFile: ':memory:', now: () => now() });
    try {
        const user = org.users().find(({ name }) => name === options.user);
        if (user === undefined) {
            const names = org.users().map(({ name }) => name);
            throw new RangeError(`There is no user "${options.user}". Give one of: ${names.join(', ')}.`);
        }
        const localPage = localPageOf({ ...user, timeZone: options.timeZone ?? user.timeZone });
        const tabs = Array.from({ length: options.tabs ?? 1 }, () => openWindow(localPage));
        const windows = tabs.map(({ window }) => window);
        const [first = openWindow(localPage).window, ...others] = windows;
        const clock = installClock(first, options.at);
        Object.defineProperty(first.navigator, 'locks', { configurable: true, value: createTabLocks() });
        for (const other of others) shareBrowser(first, other);
        now = () => clock.now();
        let underWay = 0;
        const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
            underWay += 1;
            try {
                const headers = { ...(init.headers as Record<string, string> | undefined), cookie: `sid=${user.name}` };
                const answer = await org.fetch(new Request(new URL(path, first.location.href), { ...init, headers }));
                // Read here, so that a body still on its way counts as under way.
                return new Response(await answer.text(), { status: answer.status, statusText: answer.statusText });
            } finally {
                underWay -= 1;
            }
        };
        await changeSettings(org.fetch, {
            Write_Mode__c: options.mode,
            Target_Object__c: options.target ?? 'Task'
        });
        const telephony = options.target === 'VoiceCall' ? createTelephony(org, user.name, now) : undefined;
        const settle = async (): Promise<void> => {
            for (let calm = 0; calm < 2; calm = underWay === 0 ? calm + 1 : 0) {
                await new Promise((resolve) => setImmediate(resolve));
            }
        };

        const script = await (compiled ??= compile());
        const pages = tabs.map((tab) => {
            // What a browser has and jsdom has not.
            Object.assign(tab.window, { fetch: send, structuredClone });
            script.runInContext(tab.getInternalVMContext());
            return (tab.window as unknown as typeof globalThis).switchboardReplay(options.transport ?? 'genesys-cloud');
        });
        for (const page of pages) page.start();
        await settle();
        for (const { atMs, message } of entries) {
            first.setTimeout(() => {
                telephony?.hear(message);
                for (const page of pages) page.publish(message);
            }, atMs);
        }
        const last = options.at.getTime() + (entries.at(-1)?.atMs ?? 0);
        const unsaved = (): boolean => Object.keys(first.localStorage).some((name) => name.includes(':task:'));
        for (;;) {
            const until = last + (unsaved() ? STAYS_OPEN_MS : QUIET_MS);
            if (!clock.next(until)) break;
            await settle();
        }
        const problems = pages.flatMap((page) => JSON.parse(page.report()) as Replayed['problems']);
        const handedOver = pages.reduce((sum, page) => sum + page.handedOver(), 0);
        for (const page of pages) page.stop();
        for (const window of windows) window.close();
        const commits = org
            .commits()
            .filter(({ object, via }) => object === 'Task' || (object === 'VoiceCall' && via !== 'telephony'));
        return {
            tasks: org.records('Task') as RecordValues[],
            ...(telephony === undefined ? {} : { calls: org.records('VoiceCall') as RecordValues[] }),
            writes: commits.length,
            redundantWrites: commits.filter(({ change, changed }) => change === 'update' && changed.length === 0)
                .length,
            mostWrites: mostOfOne(commits.map(({ id }) => id)),
            handedOver,
            problems
        };
    } finally {
        org.close();
    }
}

function mostOfOne(ids: readonly string[]): number {
    return Math.max(0, ...ids.map((id) => ids.filter((one) => one === id).length));
}

/** Once for all traces of this run. */
let compiled: Promise<Script> | undefined;

async function compile(): Promise<Script> {
    return new Script(await bundleForReplay());
}

function openWindow(localPage: object): JSDOM {
    const virtualConsole = new VirtualConsole();
    virtualConsole.on('jsdomError', (error) => {
        throw error;
    });
    return new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
        url: 'http://127.0.0.1/lightning/page/home',
        runScripts: 'outside-only',
        pretendToBeVisual: true,
        virtualConsole,
        beforeParse: (window) => {
            Object.assign(window, { localPage });
        }
    });
}

async function changeSettings(
    fetch: (request: Request) => Promise<Response>,
    values: Readonly<Record<string, string>>
): Promise<void> {
    const row = 'http://127.0.0.1/local/metadata/Switchboard_Setting__mdt/Default';
    const answer = await fetch(
        new Request(row, {
            method: 'PATCH',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(values)
        })
    );
    if (!answer.ok) throw new Error(`The settings row could not be changed: ${await answer.text()}`);
}
