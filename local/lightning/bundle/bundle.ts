import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Format } from 'esbuild';
import { readApp } from './app.ts';
import { iconsNamedIn } from './icons.ts';
import { readLabels } from './labels.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { PROJECT, projectFolders } from './projectFolders.ts';
import type { ProjectFolders } from './projectFolders.ts';
import { remembered } from './remembered.ts';

/** All that the page's script is made of, the code that bundles it included. */
const SOURCES = ['force-app', 'local', 'node_modules/.package-lock.json'].map((name) => path.join(PROJECT, name));

const SCRIPT = 'text/javascript; charset=utf-8';

export interface BundledFile {
    readonly contents: string;
    readonly contentType: string;
}

/** The page's script by address. Throws esbuild's error, which names file and line, when a source is wrong. */
export async function bundlePage(folders = projectFolders()): Promise<{ files: ReadonlyMap<string, BundledFile> }> {
    const entry = path.resolve(import.meta.dirname, '../page/main.ts');
    const contents = await bundleOnce(folders, 'script.esm', { entryPoints: [entry], format: 'esm' });
    return { files: new Map([['/page.js', { contents, contentType: SCRIPT }]]) };
}

/** The script of the page about messaging, which few open. */
export async function bundleMessaging(folders = projectFolders()): Promise<BundledFile> {
    const entry = path.join(folders.messaging, 'main.ts');
    const contents = await bundleOnce(folders, 'messaging.esm', { entryPoints: [entry], format: 'esm' });
    return { contents, contentType: SCRIPT };
}

/**
 * The same modules as one script for a document without a screen. Run in a window whose `fetch` reaches the org and
 * whose `localPage` names the user, it sets `window.switchboardReplay` (see headless/main.ts).
 */
export async function bundleForReplay(folders = projectFolders()): Promise<string> {
    const entry = path.resolve(import.meta.dirname, '../headless/main.ts');
    return bundleOnce(folders, 'script.iife', { entryPoints: [entry], format: 'iife' });
}

/** Remembers the scripts of this project. Those of others come and go. */
async function bundleOnce(
    folders: ProjectFolders,
    name: string,
    options: { entryPoints: [string]; format: Format }
): Promise<string> {
    const make = (): Promise<string> => bundle(folders, options);
    if (folders.product !== path.join(PROJECT, 'force-app')) return make();
    return remembered(path.join(folders.cache, `${name}.js`), SOURCES, make);
}

/** Bundles any entry that uses platform module names: what tests and the two functions above share. */
export async function bundle(folders: ProjectFolders, options: BuildOptions): Promise<string> {
    const result = await build({
        bundle: true,
        write: false,
        target: 'es2022',
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'silent',
        absWorkingDir: folders.project,
        define: {
            'import.meta.env.SSR': 'false',
            'process.env.NODE_ENV': '"production"',
            'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': '"true"'
        },
        ...options,
        plugins: [
            ...(options.plugins ?? []),
            lwcPlugin({
                folders,
                labels: readLabels(folders.product),
                icons: new Set([
                    ...baseIcons(folders),
                    ...iconsNamedIn(folders.product),
                    ...iconsNamedIn(folders.page),
                    ...iconsNamedIn(folders.genesys, '*/*.{ts,html}'),
                    ...iconsNamedIn(folders.voice, '*/*.{ts,html}'),
                    ...iconsNamedIn(folders.messaging, '*/*.{ts,html}')
                ]),
                app: readApp(folders.product)
            })
        ]
    });
    return result.outputFiles?.[0]?.text ?? '';
}

/** The base components do not change between two starts, so their icons are looked for once. */
function baseIcons(folders: ProjectFolders): string[] {
    const { version } = JSON.parse(readFileSync(path.join(folders.base, '../../package.json'), 'utf8')) as {
        version: string;
    };
    const kept = path.join(folders.cache, `icons-${version}.json`);
    if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as string[];
    const icons = [...iconsNamedIn(folders.base, '**/*.{js,html}')].sort();
    mkdirSync(folders.cache, { recursive: true });
    writeFileSync(kept, JSON.stringify(icons));
    return icons;
}
