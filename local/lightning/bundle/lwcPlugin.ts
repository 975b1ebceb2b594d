import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { OnLoadResult, OnResolveResult, PartialMessage, Plugin } from 'esbuild';
import type { LightningApp } from './app.ts';
import { iconLibrary, isIconLibrary } from './icons.ts';
import { createLwcCompiler } from './lwcCompiler.ts';
import type { ProjectFolders } from './projectFolders.ts';
import { salesforceModule } from './salesforceModules.ts';

export interface PageModules {
    readonly folders: ProjectFolders;
    readonly labels: ReadonlyMap<string, string>;
    readonly icons: ReadonlySet<string>;
    readonly app: LightningApp;
}

const require = createRequire(import.meta.url);
const ENGINE: Readonly<Record<string, string>> = {
    lwc: path.join(path.dirname(require.resolve('@lwc/engine-dom/package.json')), 'dist/index.js'),
    '@lwc/synthetic-shadow': path.join(
        path.dirname(require.resolve('@lwc/synthetic-shadow/package.json')),
        'dist/index.js'
    )
};

/** Resolves module names as the platform does and compiles components. */
export function lwcPlugin(modules: PageModules): Plugin {
    const { folders } = modules;
    const compile = createLwcCompiler(folders.cache);
    const virtual = (id: string): string | undefined =>
        id === 'page/app'
            ? appModule(modules.app)
            : (iconLibrary(id, folders.base, modules.icons) ??
              (folders.baseModules.has(id) && !id.startsWith('@salesforce/i18n/')
                  ? undefined
                  : salesforceModule(id, modules)));
    return {
        name: 'lwc',
        setup(build) {
            build.onResolve(
                { filter: /.*/ },
                ({ path: id, resolveDir, kind, importer }): OnResolveResult | undefined => {
                    if (kind === 'entry-point') return undefined;
                    const [name = '', query = ''] = id.split('?');
                    const isPath = /^(\.|\/|[A-Za-z]:[\\/])/.test(name);
                    const file = isPath ? sibling(resolveDir, name) : bareFile(name, folders);
                    if (file !== undefined) return located(file, query, folders);
                    try {
                        if (virtual(name) !== undefined) return { path: name, namespace: 'platform' };
                    } catch (error) {
                        return {
                            errors: [
                                { text: `${error instanceof Error ? error.message : String(error)} (${importer})` }
                            ]
                        };
                    }
                    return undefined;
                }
            );
            build.onLoad({ filter: /.*/, namespace: 'platform' }, ({ path: id }): OnLoadResult => ({
                contents: virtual(id) ?? '',
                loader: 'js',
                resolveDir: folders.project
            }));
            build.onLoad({ filter: /.*/, namespace: 'lwc' }, ({ path: name, suffix }): OnLoadResult => {
                const file = path.resolve(folders.project, name);
                const module = moduleOf(file, folders) ?? '';
                try {
                    const contents = compile({ file, name, module, scopedStyles: suffix === '?scoped' });
                    return { contents, loader: 'js', resolveDir: path.dirname(file) };
                } catch (error) {
                    return { errors: [mistakeIn(name, error)] };
                }
            });
        }
    };
}

function mistakeIn(file: string, error: unknown): PartialMessage {
    const { message, location } = error as { message?: string; location?: { line: number; column: number } };
    const { line = 1, column = 0 } = location ?? {};
    return { text: message ?? String(error), location: { file, line, column } };
}

/** Components that metadata names, so that the shell can create them: the platform finds them by name at run time. */
function appModule(app: LightningApp): string {
    const named = [...app.tabs, ...app.utilityItems].flatMap(({ component }) => (component ? [component] : []));
    const components = [...new Set(named)].sort();
    return [
        ...components.map((component, i) => `import component${i} from 'c/${component}';`),
        `export const app = ${JSON.stringify(app)};`,
        `export const components = { ${components.map((name, i) => `${JSON.stringify(name)}: component${i}`).join(', ')} };`
    ].join('\n');
}

function bareFile(id: string, folders: ProjectFolders): string | undefined {
    if (ENGINE[id]) return ENGINE[id];
    const bundle = folders.bundles.get(id);
    // What npm run build emitted, as it would be deployed; the page's own components are not deployed.
    if (bundle) return path.join(bundle, `${path.basename(bundle)}.${id.startsWith('c/') ? 'js' : 'ts'}`);
    const [, name] = /^lightning\/(\w+)$/.exec(id) ?? [];
    if (name && !isIconLibrary(id)) {
        const own = path.join(folders.platform, `${name}.ts`);
        if (existsSync(own)) return own;
        for (const extension of ['js', 'html', 'css']) {
            const file = path.join(folders.base, name, `${name}.${extension}`);
            if (existsSync(file)) return file;
        }
    }
    return id.startsWith('@salesforce/i18n/') && overridden(id) ? undefined : folders.baseModules.get(id);
}

function overridden(id: string): boolean {
    return salesforceModule(id, { labels: new Map() }) !== undefined;
}

function sibling(folder: string, name: string): string {
    const file = path.resolve(folder, name);
    if (/\.(js|ts|mjs|html|css|json)$/.test(file)) return file;
    return ['.ts', '.js', '.html', '.css'].map((extension) => file + extension).find(existsSync) ?? file;
}

function located(file: string, query: string, folders: ProjectFolders): OnResolveResult {
    if (moduleOf(file, folders) === undefined) return { path: file };
    const name = path.relative(folders.project, file).replaceAll('\\', '/');
    return { path: name, namespace: 'lwc', suffix: query.includes('scoped') ? '?scoped' : '' };
}

/** `c/x` for a file of that bundle; undefined for a file that is no part of a component. */
function moduleOf(file: string, folders: ProjectFolders): string | undefined {
    if (inside(file, folders.base)) {
        return `lightning/${path.relative(folders.base, file).split(path.sep)[0] ?? ''}`;
    }
    for (const [module, folder] of folders.bundles) if (inside(file, folder)) return module;
    return undefined;
}

function inside(file: string, folder: string): boolean {
    return file.startsWith(folder + path.sep);
}
