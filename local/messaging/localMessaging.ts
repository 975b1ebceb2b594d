/** The page about messaging and what stands behind it, which begins when somebody opens the page. */
import type { PlatformApi } from '../genesys/platformApi/platformApi.ts';
import { BadRequest, readBody, requiredText } from '../genesys/requestBody.ts';
import type { Body } from '../genesys/requestBody.ts';
import type { LocalOrg } from '../org/org.ts';
import { json } from '../phoneRoutes.ts';
import { CONDITIONS } from './genesysServer.ts';
import type { MessagingWorld } from './messagingWorld.ts';
import { customerView } from './customerView.ts';
import type { MessagingView } from './messagingView.ts';
import type { Fill } from './ownBridge.ts';
import { createRepDesk, NoConversation } from './repDesk.ts';
import type { RepDesk } from './repDesk.ts';
import { readWritten } from './readWritten.ts';
import { readFile } from './readFile.ts';
import { createRepFiles, FILES } from './repFiles.ts';
import type { RepFiles } from './repFiles.ts';
import { viewStream } from './viewStream.ts';

export interface LocalMessaging {
    /** Answers what is below `/local/messaging/`. */
    fetch(request: Request): Promise<Response>;
    /** Ends all of it; what is asked for next begins anew. */
    reset(): Promise<void>;
    close(): Promise<void>;
}

export interface LocalMessagingOptions {
    readonly org: LocalOrg;
    /** The Genesys Cloud that others use too; one of its own where there is none. */
    readonly genesys?: () => Promise<PlatformApi | undefined>;
    /** Puts a database into the bridge's folder before its first start. */
    readonly fill?: Fill;
}

interface Running {
    readonly world: MessagingWorld;
    readonly desk: RepDesk;
    readonly files: RepFiles;
}

const ROOT = '/local/messaging';

export function createLocalMessaging({ fill, genesys, org }: LocalMessagingOptions): LocalMessaging {
    let running: Promise<Running> | undefined;

    async function begin(): Promise<Running> {
        // Loading gRPC and the database takes longer than the rest of npm start's own modules.
        const { createMessagingWorld } = await import('./messagingWorld.ts');
        const world = await createMessagingWorld(org, await genesys?.(), fill);
        return { world, desk: createRepDesk(world.org, org.users), files: createRepFiles(ROOT) };
    }
    function now(): Promise<Running> {
        running ??= begin().catch((error: unknown) => {
            running = undefined;
            throw error;
        });
        return running;
    }

    async function view(): Promise<MessagingView> {
        const { desk, world } = await now();
        const { state, why } = world.bridge;
        return {
            bridge: { state, ...(why === undefined ? {} : { why }) },
            genesys: world.genesysServer.condition,
            reps: org.users().map(({ id, label }) => ({ id, label })),
            conversations: desk.view(),
            customers: customerView(world.genesys.control)
        };
    }

    type Handler = (running: Running, request: Request) => Promise<void>;
    const handlers: Readonly<Record<string, Handler>> = {
        'POST /rep/messages': async ({ desk, files }, request) => {
            const body = await readBody(request);
            const { origin } = new URL(request.url);
            const written = readWritten(body, (file) => files.keep(file, origin));
            desk.writes(org.userOf(request), requiredText(body, 'conversation'), written);
        },
        'POST /rep/typing': async ({ desk }, request) => {
            const body = await readBody(request);
            desk.types(org.userOf(request), requiredText(body, 'conversation'), body['isTyping'] === true);
        },
        'POST /rep/works': async ({ desk }, request) =>
            desk.accepts(org.userOf(request), requiredText(await readBody(request), 'conversation')),
        'POST /rep/transfers': async ({ desk }, request) => {
            const body = await readBody(request);
            desk.handsTo(requiredText(body, 'conversation'), requiredText(body, 'to'));
        },
        'POST /rep/endings': async ({ desk }, request) =>
            desk.ends(org.userOf(request), requiredText(await readBody(request), 'conversation')),
        'POST /customer/messages': async ({ world }, request) => {
            const body = await readBody(request);
            world.genesys.control.customerWrites(customersIn(world, body), requiredText(body, 'text'));
        },
        'POST /customer/typing': async ({ world }, request) => {
            const body = await readBody(request);
            world.genesys.control.customerTypes(customersIn(world, body), body['isTyping'] === true);
        },
        'POST /customer/readings': async ({ world }, request) =>
            world.genesys.control.customerReads(customersIn(world, await readBody(request))),
        'POST /customer/files': async ({ world }, request) => {
            const body = await readBody(request);
            const { bytes, mimeType: mime, name } = readFile(body['file']);
            const at = world.genesysServer.origin;
            world.genesys.control.customerSends(customersIn(world, body), { name, mime, bytes, at });
        },
        'PUT /bridge': async ({ world }, request) => {
            const { is } = await readBody(request);
            if (is === 'running') world.bridge.start();
            else if (is === 'stopped') await world.bridge.kill();
            else throw new BadRequest('is must be "running" or "stopped".');
        },
        'PUT /genesys': async ({ world }, request) => {
            const { is } = await readBody(request);
            const condition = CONDITIONS.find((one) => one === is);
            if (condition === undefined) throw new BadRequest(`is must be one of ${CONDITIONS.join(', ')}.`);
            await world.genesysServer.become(condition);
        }
    };

    async function end(): Promise<void> {
        const ending = running;
        running = undefined;
        const ended = await ending?.catch(() => undefined);
        ended?.desk.close();
        await ended?.world.close();
    }

    return {
        async fetch(request): Promise<Response> {
            const { pathname } = new URL(request.url);
            const route = pathname.slice(ROOT.length);
            if (request.method === 'GET' && route === '/events') return viewStream(view, request.signal);
            if (request.method === 'GET' && route === '/view') return json(await view());
            if (request.method === 'GET' && route.startsWith(FILES)) {
                const { files } = await now();
                return files.answer(route.slice(FILES.length)) ?? json({ error: 'There is no such file.' }, 404);
            }
            const handler = handlers[`${request.method} ${route}`];
            if (handler === undefined) return json({ error: `There is no ${request.method} ${pathname}.` }, 404);
            try {
                await handler(await now(), request);
                return json({});
            } catch (error) {
                if (error instanceof BadRequest) return json({ error: error.message }, 400);
                if (error instanceof NoConversation) return json({ error: error.message }, 404);
                throw error;
            }
        },
        reset: end,
        close: end
    };
}

/** The conversation of Genesys Cloud that a request names. */
function customersIn({ genesys: { control } }: MessagingWorld, body: Body): string {
    const id = requiredText(body, 'conversation');
    if (control.conversations().some((one) => one.id === id)) return id;
    throw new NoConversation(`There is no conversation ${id}.`);
}
