import type { ClientEvent } from 'c/clientEvents';
import { CALL, openPage, settled } from './page.ts';
import type { Page } from './page.ts';

const RINGING = { id: CALL, state: 'ALERTING', isConnected: false, isDisconnected: false };
const TALKING = { id: CALL, state: 'CONNECTED', isConnected: true, isDisconnected: false };

let page: Page;
beforeEach(async () => {
    page = await openPage({ subscriptions: [] });
});
afterEach(() => page.leave());

const words = (heard: readonly ClientEvent[]): string[] =>
    heard.map((event) => (event.type === 'Interaction' ? event.category : event.type));

describe('between connecting and the first handler', () => {
    it('nothing is lost: the handler hears what came before it, in order', async () => {
        await page.interaction('add', RINGING);
        await page.interaction('connect', TALKING);
        const heard: ClientEvent[] = [];
        page.connection.on('Interaction', (event) => heard.push(event));
        await page.interaction('disconnect', CALL);
        expect(words(heard)).toEqual(['add', 'connect', 'disconnect']);
    });

    it('what came is told to every handler that is added in the same turn', async () => {
        await page.says({ type: 'InitialSetup' }, { type: 'Interaction', category: 'add', data: RINGING });
        const [calls, starts, all]: [ClientEvent[], ClientEvent[], unknown[]] = [[], [], []];
        page.connection.on('Interaction', (event) => calls.push(event));
        page.connection.on('InitialSetup', (event) => starts.push(event));
        page.connection.onMessage((message) => all.push(message));
        await settled();
        expect([words(calls), words(starts), all]).toEqual([
            ['add'],
            ['InitialSetup'],
            [{ type: 'InitialSetup' }, { type: 'Interaction', category: 'add', data: RINGING }]
        ]);
    });

    it('an event that comes in the turn of the first handler stays behind those before it', async () => {
        await page.interaction('add', RINGING);
        const heard: ClientEvent[] = [];
        page.connection.on('Interaction', (event) => heard.push(event));
        await page.says(
            { type: 'Interaction', category: 'connect', data: TALKING },
            { type: 'Interaction', category: 'disconnect', data: CALL }
        );
        expect(words(heard)).toEqual(['add', 'connect', 'disconnect']);
    });

    it('no handler is called while it is being added', async () => {
        await page.interaction('add', RINGING);
        const order: string[] = [];
        page.connection.on('Interaction', () => order.push('told'));
        order.push('added');
        await settled();
        expect(order).toEqual(['added', 'told']);
    });

    it('a handler of a later turn hears only what comes from then on', async () => {
        await page.interaction('add', RINGING);
        page.connection.on('InitialSetup', () => undefined);
        await settled();
        const heard: ClientEvent[] = [];
        page.connection.on('Interaction', (event) => heard.push(event));
        await page.interaction('disconnect', CALL);
        expect(words(heard)).toEqual(['disconnect']);
    });

    it('what goes on is known before anybody listens', async () => {
        await page.interaction('add', RINGING);
        await page.interaction('connect', TALKING);
        expect(page.connection.interactions()).toEqual([{ interaction: TALKING, complete: true }]);
    });

    it('a handler reads what was going on at the event that it is told, never a later state', async () => {
        await page.interaction('add', RINGING);
        await page.interaction('connect', TALKING);
        await page.interaction('acw', CALL);
        const states: unknown[] = [];
        page.connection.on('Interaction', () => {
            const { connection } = page;
            states.push(connection.interactions().map(({ interaction }) => interaction.state));
        });
        await settled();
        expect(states.at(0)).toEqual(['ALERTING']);
        expect(states.at(-1)).toEqual([]);
    });

    it('at most two hundred are kept, the newest, and the developer can see that some were not (W13)', async () => {
        const ids = Array.from({ length: 205 }, (_, i) => `call-${i}`);
        await page.says(...ids.map((data) => ({ type: 'Interaction', category: 'connect', data })));
        expect(page.connection.interactions()).toHaveLength(205);
        const heard: string[] = [];
        page.connection.on('Interaction', ({ id }) => heard.push(id));
        await settled();
        expect(heard).toEqual(ids.slice(5));
        expect(page.connection.interactions()).toHaveLength(205);
        expect(page.connection.diagnostics().reasons).toEqual([
            'more events came before the first handler than are kept'
        ]);
    });

    it('nothing is told when the connection was closed meanwhile', async () => {
        await page.interaction('add', RINGING);
        const heard: ClientEvent[] = [];
        page.connection.on('Interaction', (event) => heard.push(event));
        page.connection.close();
        page.connection.on('Interaction', (event) => heard.push(event));
        await settled();
        expect(heard).toEqual([]);
    });
});
