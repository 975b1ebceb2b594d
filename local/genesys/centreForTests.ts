import { createLocalGenesys } from './contactCentre.ts';
import type { LocalGenesys, LocalGenesysOptions } from './contactCentre.ts';
import type { ClientMessage } from './clientMessage.ts';
import type { PhoneView } from './phoneView.ts';

export interface SavedTask {
    readonly id: string;
    readonly owner: string;
    readonly fields: Record<string, unknown>;
    writes: number;
}

/** One open page of an agent: what its stream brought so far. */
export interface AgentPage {
    /** What the page was told when it opened. */
    opening(): Promise<readonly ClientMessage[]>;
    /** What the client said since then. */
    said(): Promise<readonly ClientMessage[]>;
    view(): Promise<PhoneView>;
}

export interface TestCentre {
    readonly genesys: LocalGenesys;
    readonly tasks: readonly SavedTask[];
    /** Lets time pass and runs what is due, in order. */
    pass(ms: number): void;
    page(userName: string): AgentPage;
    get(route: string, userName?: string): Promise<Response>;
    send(method: string, route: string, body: unknown, userName?: string): Promise<Record<string, unknown>>;
    /** Publishes `PureCloud.Interaction.updateState`. */
    state(action: string, id: string, userName?: string, more?: object): Promise<Record<string, unknown>>;
    ring(more?: object): Promise<string>;
    /** Makes the next save fail with this. */
    failNextSave(error: Error): void;
    /** The org tells that a Task of this conversation was made, and not by the phone. */
    switchboardMakesTask(conversationId: string, userName?: string): void;
}

export const USERS = [
    { name: 'agent', id: '005000000000001AAA', label: 'Ada Agent', profile: 'Standard User' },
    { name: 'agent2', id: '005000000000002AAA', label: 'Ben Baker', profile: 'Standard User' },
    { name: 'admin', id: '005000000000003AAA', label: 'Dana', profile: 'System Administrator' }
].map((user) => ({ ...user, permissionSets: [], timeZone: 'UTC', locale: 'en-US' }));

const CONTACTS = [{ Id: '003000000000001AAA', Name: 'Edna Frank', Phone: '+61 491 570 006' }];

/** A contact centre with a clock that stands still until told, and a Salesforce that remembers Tasks. */
export function createTestCentre(): TestCentre {
    let time = Date.parse('2026-03-02T09:00:00.000Z');
    let due: { readonly at: number; readonly run: () => void }[] = [];
    let failure: Error | undefined;
    const tasks: SavedTask[] = [];
    const listeners = new Set<(commit: object) => void>();

    const org = {
        onCommit: (listener: (commit: object) => void) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        users: () => USERS,
        userOf: (request: Request) =>
            USERS.find(({ name }) => request.headers.get('cookie') === `sid=${name}`) ?? USERS[0],
        records: (object: string) => (object === 'Contact' ? CONTACTS : []),
        saveAs(userName: string, object: string, fields: Record<string, unknown>, id?: string): string {
            if (failure) {
                const error = failure;
                failure = undefined;
                throw error;
            }
            const known = tasks.find((task) => task.id === id);
            if (known) {
                Object.assign(known.fields, fields);
                known.writes += 1;
                return known.id;
            }
            const made = { id: `00T${tasks.length}`, owner: userName, fields: { object, ...fields }, writes: 1 };
            tasks.push(made);
            return made.id;
        }
    } as unknown as LocalGenesysOptions['org'];

    const genesys = createLocalGenesys({
        org,
        now: () => new Date(time),
        schedule(run, ms) {
            const entry = { at: time + ms, run };
            due.push(entry);
            return () => {
                due = due.filter((one) => one !== entry);
            };
        }
    });

    function pass(ms: number): void {
        const until = time + ms;
        for (;;) {
            const next = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
            if (!next) {
                break;
            }
            due = due.filter((one) => one !== next);
            time = next.at;
            next.run();
        }
        time = until;
    }

    function request(method: string, route: string, userName: string, body?: unknown): Promise<Response> {
        return genesys.fetch(
            new Request(`http://127.0.0.1/local/genesys/${route}`, {
                method,
                headers: { cookie: `sid=${userName}`, 'content-type': 'application/json' },
                ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
            })
        );
    }

    async function send(
        method: string,
        route: string,
        body: unknown,
        userName = 'agent'
    ): Promise<Record<string, unknown>> {
        return (await (await request(method, route, userName, body)).json()) as Record<string, unknown>;
    }

    return {
        genesys,
        tasks,
        pass,
        page: (userName) => openPage(request('GET', 'events', userName)),
        get: (route, userName = 'agent') => request('GET', route, userName),
        send,
        state: (action, id, userName = 'agent', more = {}) =>
            send(
                'POST',
                'actions',
                { type: 'PureCloud.Interaction.updateState', data: { action, id, ...more } },
                userName
            ),
        async ring(more = {}) {
            const { conversationId } = await send('POST', 'calls', { number: '+61491570006', ivrSeconds: 7, ...more });
            return String(conversationId);
        },
        failNextSave(error) {
            failure = error;
        },
        switchboardMakesTask(conversationId, userName = 'agent') {
            const commit = { object: 'Task', change: 'insert', via: 'graphql', user: userName };
            listeners.forEach((listener) => listener({ ...commit, values: { CallObject: conversationId } }));
        }
    };
}

function openPage(opened: Promise<Response>): AgentPage {
    const opening: ClientMessage[] = [];
    const said: ClientMessage[] = [];
    let view: PhoneView | undefined;
    const reading = opened.then(async ({ body }) => {
        const decoder = new TextDecoder();
        for await (const chunk of body ?? []) {
            for (const block of decoder.decode(chunk).split('\n\n').filter(Boolean)) {
                const [, event, data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
                const content: unknown = JSON.parse(data);
                if (event === 'snapshot') {
                    const snapshot = content as { view: PhoneView; messages: ClientMessage[] };
                    view = snapshot.view;
                    opening.push(...snapshot.messages);
                } else if (event === 'messages') {
                    said.push(...(content as ClientMessage[]));
                } else if (event === 'view') {
                    view = content as PhoneView;
                }
            }
        }
    });
    reading.catch(() => {});
    const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
    return {
        opening: () => arrived().then(() => opening),
        said: () => arrived().then(() => [...said]),
        async view() {
            await arrived();
            if (!view) {
                throw new Error('The page was told nothing yet.');
            }
            return view;
        }
    };
}
