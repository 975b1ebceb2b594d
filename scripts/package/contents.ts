/** What is in the npm package for other teams, made from what is deployed. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import prettier from 'prettier';
import { emitDeclarations, surfaceOf } from './surface.ts';

/** The bundles that other teams import. */
const BUNDLES = ['clientEventCodec', 'clientEvents'] as const;

const HEADING = [
    '/**',
    ' * What `c/clientEvents` and `c/clientEventCodec` offer to other teams. Made from the sources by `npm run package`.',
    ' * A change here is a change for them: docs/developers.md says which version number follows from which change.',
    ' */'
].join('\n');

/** Folders and files of the package's making. */
interface Places {
    readonly home: string;
    readonly lwc: string;
    readonly testing: string;
    readonly api: string;
    readonly packed: string;
}

export function placesIn(root: string): Places {
    const home = path.join(root, 'packages/client-events');
    return {
        home,
        lwc: path.join(root, 'force-app/client-events/lwc'),
        testing: path.join(home, 'testing'),
        api: path.join(home, 'api.d.ts'),
        packed: path.join(root, 'build/packages/client-events')
    };
}

export interface Typings {
    /** For the components. */
    readonly api: string;
    /** For the phone. */
    readonly testing: string;
}

/** Takes some seconds: TypeScript reads all that the bundles reach. */
export async function typings(root: string): Promise<Typings> {
    const { lwc, testing } = placesIn(root);
    const entries = BUNDLES.map((name) => path.join(lwc, name, `${name}.ts`));
    const phone = path.join(testing, 'index.ts');
    const emitted = emitDeclarations(root, [...entries, phone]);
    const surface = (entry: string): string => surfaceOf(emitted, entry.replace(/\.ts$/, '.d.ts'));
    const modules = BUNDLES.map((name, i) => `declare module 'c/${name}' {\n${surface(entries[i] ?? '')}\n}`);
    return {
        api: await tidy(root, `${HEADING}\n\n${modules.join('\n\n')}\n`),
        testing: await tidy(root, ambient(surface(phone)))
    };
}

/** A module file of its own: `declare` comes back. */
function ambient(surface: string): string {
    const declared = surface.replaceAll(/^(export )?(?=function |const |class )/gm, (kept) => `${kept}declare `);
    return `/// <reference path="../index.d.ts" />\n${declared}\n`;
}

async function tidy(root: string, text: string): Promise<string> {
    const file = path.join(root, 'api.d.ts');
    return prettier.format(text, { ...(await prettier.resolveConfig(file)), plugins: [], parser: 'typescript' });
}

/** Fills `build/packages/client-events`, from which the tarball is packed. Needs what `npm run build` emits. */
export async function writeContents(root: string, { api, testing: phone }: Typings): Promise<string> {
    const { home, lwc, testing, packed } = placesIn(root);
    rmSync(packed, { recursive: true, force: true });
    for (const folder of ['lwc', 'testing']) mkdirSync(path.join(packed, folder), { recursive: true });
    const write = (file: string, text: string): void => writeFileSync(path.join(packed, file), text);
    const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

    write('index.d.ts', api);
    write('testing/index.d.cts', phone);
    write('platform.d.ts', `${read('types/message-service.d.ts')}\n${read('packages/client-events/channel.d.ts')}`);
    for (const file of ['README.md', 'jest.cjs', 'jest.d.cts'])
        copyFileSync(path.join(home, file), path.join(packed, file));
    for (const file of ['LICENSE', 'NOTICE']) copyFileSync(path.join(root, file), path.join(packed, file));

    // Its script only keeps people from packing the sources.
    const { scripts: _scripts, ...manifest } = JSON.parse(read('packages/client-events/package.json')) as {
        scripts: object;
    };
    const { version } = JSON.parse(read('package.json')) as { version: string };
    write('package.json', `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);

    for (const name of BUNDLES)
        await bundle(path.join(lwc, name, `${name}.js`), path.join(packed, 'lwc', `${name}.cjs`));
    for (const name of ['index', 'messageService', 'channel'])
        await bundle(path.join(testing, `${name}.ts`), path.join(packed, 'testing', `${name}.cjs`));
    return packed;
}

/** For Jest, which leaves what is in node_modules untranslated: CommonJS, one file, readable. */
async function bundle(entry: string, outfile: string): Promise<void> {
    await build({
        entryPoints: [entry],
        outfile,
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node18',
        external: ['c/*', 'lightning/*'],
        logLevel: 'error',
        plugins: [
            {
                // The phone and the components must meet in the same service.
                name: 'shared',
                setup: ({ onResolve }) =>
                    onResolve({ filter: /^\.\/(messageService|channel)\.ts$/ }, (found) =>
                        found.importer === '' ? undefined : { path: found.path.replace(/ts$/, 'cjs'), external: true }
                    )
            }
        ]
    });
}
