import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

const PROJECT = path.resolve(import.meta.dirname, '..');
const BUNDLES = path.join(PROJECT, 'force-app/client-events/lwc');

export interface Deployed {
    /** What the entry says, for instance `export { hold } from 'c/clientEvents'`. */
    readonly entry: string;
    /** Modules that are left as imports. */
    readonly without?: readonly string[];
    /** Stands for lightning/messageService; without it that stays an import. */
    readonly messageService?: string;
    readonly minify?: boolean;
}

/** One script from the .js files that are deployed, `c/` resolved as the platform does. */
export async function bundleDeployed({
    entry,
    without = [],
    messageService,
    minify = false
}: Deployed): Promise<string> {
    const platform: Plugin = {
        name: 'platform',
        setup({ onResolve }) {
            onResolve({ filter: /^c\// }, ({ path: name }) => {
                if (without.includes(name)) return { path: name, external: true };
                const bundle = name.slice('c/'.length);
                return { path: path.join(BUNDLES, bundle, `${bundle}.js`) };
            });
            onResolve({ filter: /^lightning\// }, ({ path: name }) => ({
                path: messageService === undefined ? name : pathToFileURL(messageService).href,
                external: true
            }));
        }
    };
    const { outputFiles } = await build({
        stdin: { contents: entry, resolveDir: PROJECT, loader: 'js' },
        bundle: true,
        minify,
        write: false,
        format: 'esm',
        target: 'es2022',
        legalComments: 'none',
        logLevel: 'silent',
        plugins: [platform]
    });
    return outputFiles[0]?.text ?? '';
}

/** Runs such a script in this Node and gives what it exports. */
export async function importDeployed(name: string, deployed: Deployed): Promise<unknown> {
    const folder = path.join(PROJECT, 'node_modules/.cache/switchboard/bench');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(file, await bundleDeployed(deployed));
    return import(pathToFileURL(file).href);
}
