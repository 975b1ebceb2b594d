import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { bundle } from '../../local/lightning/bundle/bundle.ts';
import { projectFolders } from '../../local/lightning/bundle/projectFolders.ts';
import { createLightningPage } from '../../local/lightning/lightningPage.ts';
import { createLocalOrg } from '../../local/org/org.ts';
import type { LocalOrg } from '../../local/org/org.ts';
import { serve } from '../../local/server.ts';

export interface ShiftOrg {
    readonly url: string;
    readonly org: LocalOrg;
    close(): Promise<void>;
}

/** The local page and its org, where it is always as late as the page says in its requests. */
export async function startShiftOrg(begins: Date): Promise<ShiftOrg> {
    const folders = projectFolders();
    let now = begins;
    const org = createLocalOrg({ projectDir: folders.project, databaseFile: ':memory:', now: () => now });
    try {
        await setOwnMode(org);
        const page = await createLightningPage(org, folders.project);
        const script = await bundle(folders, {
            entryPoints: [path.join(import.meta.dirname, 'page.ts')],
            format: 'esm',
            external: ['timers', 'timers/promises', 'util'],
            plugins: [clockAsNodeFindsIt]
        });
        const server = await serve(
            async (request) => {
                const said = request.headers.get('x-now');
                if (said !== null) now = new Date(Number(said));
                const { pathname } = new URL(request.url);
                if (pathname === '/page.js') {
                    return new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
                }
                return /^\/(services|local)\//.test(pathname) ? org.fetch(request) : page.fetch(request);
            },
            { port: 0 }
        );
        return {
            url: server.url,
            org,
            async close() {
                await server.close();
                org.close();
            }
        };
    } catch (error) {
        org.close();
        throw error;
    }
}

/** The clock is a package for Node: its parts name folders, which the page's own resolution does not know. */
const clockAsNodeFindsIt: Plugin = {
    name: 'clock',
    setup({ onResolve }) {
        onResolve({ filter: /^\.\.?(\/|$)/ }, ({ path: name, importer }) =>
            importer.includes('@sinonjs') ? { path: createRequire(importer).resolve(name) } : undefined
        );
    }
};

async function setOwnMode(org: LocalOrg): Promise<void> {
    const answer = await org.fetch(
        new Request('http://127.0.0.1/local/metadata/Switchboard_Setting__mdt/Default', {
            method: 'PATCH',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ Write_Mode__c: 'own' })
        })
    );
    if (!answer.ok) throw new Error(`The settings row could not be changed: ${await answer.text()}`);
}
