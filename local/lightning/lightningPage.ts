import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { LocalOrg } from '../org/org.ts';
import { readApp } from './bundle/app.ts';
import { bundlePage } from './bundle/bundle.ts';
import { projectFolders } from './bundle/projectFolders.ts';
import { languageOf } from './languages.ts';
import type { Navigation, Phones } from './page/localPage.ts';
import { CONTENT_SECURITY_POLICY, pageHtml } from './page/pageHtml.ts';

/** The files and documents of the Lightning page. */
export interface LightningPage {
    fetch(request: Request): Promise<Response>;
}

/** What a person chose for the pages that load from now on. */
interface Choices {
    readonly navigation: Navigation;
    readonly phones: Phones;
}
const NAVIGATIONS: readonly Navigation[] = ['console', 'standard'];
const PHONES: readonly Phones[] = ['genesys', 'voice', 'both'];

const OWN_FILES = ['/page.css', '/dark.css', '/icon.svg'];

const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
    '.woff': 'font/woff',
    '.png': 'image/png',
    '.gif': 'image/gif',
    '.json': 'application/json'
};

/** Bundles the page of a project; throws an error that names file and line when a component is wrong. */
export async function createLightningPage(org: LocalOrg, project?: string): Promise<LightningPage> {
    const folders = projectFolders(project);
    const { files } = await bundlePage(folders);
    // Megabytes, made into bytes once and not for each page.
    const bodies = new Map([...files].map(([address, { contents }]) => [address, new TextEncoder().encode(contents)]));
    const { label, isConsole } = readApp(folders.product);
    let choices: Choices = { navigation: isConsole ? 'console' : 'standard', phones: 'genesys' };
    const own = (name: string): string => path.join(import.meta.dirname, 'page', name);
    const documentFor = (request: Request): Response => {
        const chosen = new URL(request.url).searchParams.get('language');
        const language = languageOf(folders.product, chosen ?? rememberedLanguage(request));
        const html = pageHtml(org.userOf(request), label, { ...choices, answers: org.answers(), language });
        return new Response(html, {
            headers: {
                'content-type': 'text/html; charset=utf-8',
                'content-security-policy': CONTENT_SECURITY_POLICY,
                'cache-control': 'no-store',
                ...(chosen === null ? {} : { 'set-cookie': `language=${language.code}; Path=/; SameSite=Lax` })
            }
        });
    };

    return {
        async fetch(request) {
            const { pathname, search } = new URL(request.url);
            if (pathname === '/local/page') {
                choices = request.method === 'PUT' ? await readChoices(request, choices) : choices;
                return Response.json(choices);
            }
            const bundled = files.get(pathname);
            if (bundled) {
                return new Response(bodies.get(pathname) ?? null, {
                    headers: { 'content-type': bundled.contentType, 'cache-control': 'no-cache' }
                });
            }
            if (pathname === '/') return Response.redirect(new URL(firstPage(org) + search, request.url), 302);
            if (pathname.startsWith('/lightning/')) return documentFor(request);
            if (OWN_FILES.includes(pathname)) return file(own(pathname.slice(1)));
            if (pathname.startsWith('/assets/')) return asset(folders.styles, pathname.slice('/assets/'.length));
            return notFound();
        }
    };
}

/** The language that this browser asked for by an address before. */
function rememberedLanguage(request: Request): string | undefined {
    return /(?:^|;\s*)language=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
}

/** What is asked for, or what it was where that is none of what a page can have. */
async function readChoices(request: Request, present: Choices): Promise<Choices> {
    const asked = (await request.json().catch(() => ({}))) as { navigation?: unknown; phones?: unknown };
    return {
        navigation: NAVIGATIONS.find((one) => one === asked.navigation) ?? present.navigation,
        phones: PHONES.find((one) => one === asked.phones) ?? present.phones
    };
}

function firstPage(org: LocalOrg): string {
    const id = org.records('Contact')[0]?.['Id'];
    return typeof id === 'string' ? `/lightning/r/Contact/${id}/view` : '/lightning/o/Contact/list';
}

function asset(folder: string, name: string): Response {
    const wanted = path.resolve(folder, decodeURIComponent(name));
    const inside = wanted.startsWith(folder + path.sep);
    return inside && existsSync(wanted) && statSync(wanted).isFile() ? file(wanted, 3600) : notFound();
}

function file(name: string, seconds = 0): Response {
    const contentType = TYPES[path.extname(name)];
    if (!contentType) return notFound();
    const body = statSync(name).size > 65536 ? Readable.toWeb(createReadStream(name)) : readFileSync(name);
    return new Response(body as BodyInit, {
        headers: { 'content-type': contentType, 'cache-control': seconds > 0 ? `max-age=${seconds}` : 'no-cache' }
    });
}

function notFound(): Response {
    return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
}
