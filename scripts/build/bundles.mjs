// Where the Lightning web components are. Plain JavaScript for old Nodes.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

function walk(folder, visit) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) {
            if (entry.name !== 'node_modules') walk(file, visit);
        } else visit(file);
    }
}

function filesIn(app, accept) {
    const files = [];
    walk(app, (file) => {
        const parts = path.relative(app, file).split(path.sep);
        if (parts.includes('lwc') && !parts.includes('__tests__') && accept(file)) files.push(file);
    });
    return files.sort();
}

/** Every bundle below `force-app`: `{ name, folder }`, whether or not it has a meta file. */
export function bundlesIn(app) {
    const bundles = [];
    if (!existsSync(app)) return bundles;
    for (const entry of readdirSync(app, { withFileTypes: true })) {
        const lwc = path.join(app, entry.name, 'lwc');
        if (!entry.isDirectory() || !existsSync(lwc)) continue;
        for (const bundle of readdirSync(lwc, { withFileTypes: true }))
            if (bundle.isDirectory()) bundles.push({ name: bundle.name, folder: path.join(lwc, bundle.name) });
    }
    return bundles.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** TypeScript of the bundles, tests and declarations apart. */
export const sourcesIn = (app) => filesIn(app, (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

/** JavaScript beside it. */
export const scriptsIn = (app) => filesIn(app, (file) => file.endsWith('.js'));

export const emittedFile = (source) => source.replace(/\.ts$/, '.js');
