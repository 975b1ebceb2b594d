/**
 * Lets plain Node import the product's bundles by their names (`c/agentDesk`) from force-app's TypeScript, and stand-ins
 * for the platform's modules. Import this first, then the rest dynamically: hooks work on later imports only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const forceApp = path.resolve(import.meta.dirname, '../../force-app');
const standIn = (name: string): string => pathToFileURL(path.join(import.meta.dirname, 'standIns', name)).href;

const bundles = new Map<string, string>();
for (const folder of readdirSync(forceApp)) {
    const lwc = path.join(forceApp, folder, 'lwc');
    for (const name of existsSync(lwc) ? readdirSync(lwc) : []) {
        const file = path.join(lwc, name, `${name}.ts`);
        if (existsSync(file)) bundles.set(name, pathToFileURL(file).href);
    }
}

function resolved(specifier: string): string | undefined {
    if (specifier.startsWith('c/')) return bundles.get(specifier.slice(2));
    if (specifier === 'lightning/graphql') return standIn('lightningGraphql.ts');
    if (specifier === 'lightning/uiRecordApi') return standIn('lightningUiRecordApi.ts');
    if (specifier === 'lwc') return standIn('lwc.ts');
    if (specifier.startsWith('@salesforce/') && !specifier.includes('core')) return standIn('label.ts');
    return undefined;
}

registerHooks({
    resolve(specifier, context, next) {
        const url = resolved(specifier);
        return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
    },
    load(url, context, next) {
        if (!url.startsWith('file:') || !url.endsWith('.ts') || !fileURLToPath(url).startsWith(forceApp)) {
            return next(url, context);
        }
        const source = readFileSync(fileURLToPath(url), 'utf8');
        // Node strips types but knows no decorators.
        const plain = source.replace(/^\s*@(wire|api|track)\b.*$/gm, '');
        return plain === source
            ? next(url, context)
            : { format: 'module-typescript', source: plain, shortCircuit: true };
    }
});
