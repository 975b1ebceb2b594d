import path from 'node:path';
import type { Plugin } from 'esbuild';
import { bundle } from '../../local/lightning/bundle/bundle.ts';
import type { ProjectFolders } from '../../local/lightning/bundle/projectFolders.ts';

const OUTSIDE = 'switchboard-outside';
const PAGE = path.resolve(import.meta.dirname, '../../local/lightning/page/main.ts');
const SANDBOX = path.resolve(import.meta.dirname, 'sandbox.ts');

/**
 * The page's script as Lightning Web Security lays it out: the engine, the base components and the platform's modules
 * stand outside, everything of the product runs in one sandbox and meets them through a membrane only.
 */
export async function sandboxedPage(folders: ProjectFolders): Promise<string> {
    const product = [...folders.bundles.keys()].filter((name) => name.startsWith('c/'));
    const outside = new Set<string>();
    const inner = await bundle(folders, {
        stdin: { contents: innerEntry(product), resolveDir: folders.project, loader: 'js' },
        format: 'iife',
        plugins: [takenFromOutside(outside)]
    });
    return bundle(folders, {
        entryPoints: [PAGE],
        format: 'esm',
        plugins: [handedInside(inner, [...outside].sort())]
    });
}

function innerEntry(product: readonly string[]): string {
    const imports = product.map((name, at) => `import * as bundle${at} from '${name}';`);
    const pairs = product.map((name, at) => `${JSON.stringify(name)}: bundle${at}.default`);
    return `${imports.join('\n')}\nglobalThis.switchboardGives({ ${pairs.join(', ')} });`;
}

/** Inside: a module of the platform is what was handed in under its name. */
function takenFromOutside(names: Set<string>): Plugin {
    return {
        name: 'taken from outside',
        setup({ onResolve, onLoad }) {
            onResolve({ filter: /^(lwc$|lightning\/)/ }, ({ path: name }) => {
                names.add(name);
                return { path: name, namespace: OUTSIDE };
            });
            onLoad({ filter: /.*/, namespace: OUTSIDE }, ({ path: name }) => ({
                contents: `module.exports = globalThis.switchboardTakes[${JSON.stringify(name)}];`
            }));
        }
    };
}

/** Outside: what the sandbox is given, and its components in place of the product's own modules. */
function handedInside(inner: string, names: readonly string[]): Plugin {
    return {
        name: 'handed inside',
        setup({ onResolve, onLoad }) {
            onResolve({ filter: /^c\// }, ({ path: name }) => ({ path: name, namespace: OUTSIDE }));
            onResolve({ filter: /^membrane\// }, ({ path: name }) => ({ path: name, namespace: OUTSIDE }));
            onLoad({ filter: /^c\//, namespace: OUTSIDE }, ({ path: name }) => ({
                contents: `import { product } from ${JSON.stringify(SANDBOX)};
                    export default product[${JSON.stringify(name)}];`,
                resolveDir: path.dirname(SANDBOX)
            }));
            onLoad({ filter: /^membrane\/inner$/, namespace: OUTSIDE }, () => ({
                contents: `export default ${JSON.stringify(inner)};`
            }));
            onLoad({ filter: /^membrane\/outside$/, namespace: OUTSIDE }, () => ({
                contents: [
                    ...names.map((name, at) => `import * as module${at} from ${JSON.stringify(name)};`),
                    `export default { ${names.map((name, at) => `${JSON.stringify(name)}: module${at}`).join(', ')} };`
                ].join('\n'),
                resolveDir: path.dirname(SANDBOX)
            }));
        }
    };
}
