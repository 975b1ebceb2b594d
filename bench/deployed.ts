import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

const PROJECT = path.resolve(import.meta.dirname, '..');
/** By the name after `c/`: the main script of every bundle. */
const BUNDLES: ReadonlyMap<string, string> = new Map(
    globSync('force-app/*/lwc/*', { cwd: PROJECT }).map((folder) => {
        const name = path.basename(folder);
        return [name, path.join(PROJECT, folder, `${name}.js`)];
    })
);

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
                const file = BUNDLES.get(name.slice('c/'.length));
                return file === undefined ? { errors: [{ text: `There is no bundle ${name}.` }] } : { path: file };
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
