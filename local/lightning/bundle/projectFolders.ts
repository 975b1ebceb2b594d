import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the sources of the page are. All paths absolute. */
export interface ProjectFolders {
    readonly project: string;
    /** `force-app`. */
    readonly product: string;
    /** Base components: `…/src/lightning`. */
    readonly base: string;
    readonly platform: string;
    readonly page: string;
    readonly genesys: string;
    readonly voice: string;
    readonly messaging: string;
    readonly styles: string;
    readonly cache: string;
    /** Folder of each component bundle by module name: `c/x`, `page/x`, `genesys/x`, `voice/x`, `messaging/x`, `lightning/x`. */
    readonly bundles: ReadonlyMap<string, string>;
    /** File of each module that the base components bring along, such as `@salesforce/gate/…`, by name. */
    readonly baseModules: ReadonlyMap<string, string>;
}

const HERE = import.meta.dirname;
export const PROJECT = path.resolve(HERE, '../../..');

export function projectFolders(project = PROJECT): ProjectFolders {
    const require = createRequire(path.join(PROJECT, 'package.json'));
    const baseRoot = path.dirname(require.resolve('lightning-base-components/package.json'));
    const page = path.resolve(HERE, '../page');
    const platform = path.resolve(HERE, '../platform/lightning');
    const genesys = path.resolve(HERE, '../../genesys');
    const voice = path.resolve(HERE, '../../voice');
    const messaging = path.resolve(HERE, '../../messaging');
    const product = path.join(project, 'force-app');
    return {
        project,
        product,
        base: path.join(baseRoot, 'src/lightning'),
        platform,
        page,
        genesys,
        voice,
        messaging,
        styles: path.join(path.dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets'),
        cache: path.join(PROJECT, 'node_modules/.cache/switchboard/page'),
        bundles: new Map([
            ...bundlesOf('c', product, '**/lwc/*/*.js-meta.xml'),
            ...bundlesOf('page', page, '*/*.html'),
            ...bundlesOf('genesys', genesys, '*/*.html'),
            ...bundlesOf('voice', voice, '*/*.html'),
            ...bundlesOf('messaging', messaging, '*/*.html'),
            // Components of the platform that the published base components lack.
            ...bundlesOf('lightning', platform, '*/*.html')
        ]),
        baseModules: namedModules(baseRoot)
    };
}

/** A bundle is a folder that holds a file of the folder's own name. */
function bundlesOf(namespace: string, folder: string, pattern: string): [string, string][] {
    if (!existsSync(folder)) return [];
    return globSync(pattern, { cwd: folder })
        .filter((file) => path.basename(path.dirname(file)) === path.basename(file).split('.')[0])
        .sort()
        .map((file): [string, string] => {
            const bundle = path.join(folder, path.dirname(file));
            return [`${namespace}/${path.basename(bundle)}`, bundle];
        });
}

function namedModules(baseRoot: string): Map<string, string> {
    const described = JSON.parse(readFileSync(path.join(baseRoot, 'package.json'), 'utf8')) as {
        lwc: { modules: { name?: string; path?: string }[] };
    };
    const named = new Map<string, string>();
    for (const { name, path: file } of described.lwc.modules) {
        if (name && file) named.set(name, path.join(baseRoot, file));
    }
    return named;
}
