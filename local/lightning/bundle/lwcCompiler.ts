import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync as stripTypes } from 'esbuild';
import type * as Compiler from '@lwc/compiler';

const require = createRequire(import.meta.url);
const COMPILER = (require('@lwc/compiler/package.json') as { version: string }).version;
const CACHE_FORMAT = 1;

export interface Compiling {
    /** Absolute file of a bundle: script, template or style sheet. */
    readonly file: string;
    /** Name that the file is known by in the cache, the same on every machine. */
    readonly name: string;
    /** `c/interactionPanel`. */
    readonly module: string;
    readonly scopedStyles: boolean;
}

/** Compiles one file of a component into a JavaScript module; keeps the result on disk by content. */
export function createLwcCompiler(cacheFolder: string): (compiling: Compiling) => string {
    mkdirSync(cacheFolder, { recursive: true });
    return ({ file, name, module, scopedStyles }) => {
        if (!existsSync(file)) return missing(file);
        const source = readFileSync(file, 'utf8');
        const identity = [CACHE_FORMAT, COMPILER, name, module, scopedStyles, source].join('\n');
        const kept = path.join(cacheFolder, `${createHash('sha256').update(identity).digest('hex')}.js`);
        if (existsSync(kept)) return readFileSync(kept, 'utf8');
        const code = compile(source, file, module, scopedStyles);
        // Renamed into place, so that a second process never reads half a file.
        writeFileSync(`${kept}.${process.pid}`, code);
        renameSync(`${kept}.${process.pid}`, kept);
        return code;
    };
}

/** The compiler itself takes a third of a second to load: only when something is not in the cache. */
function compile(source: string, file: string, module: string, scopedStyles: boolean): string {
    const { transformSync } = require('@lwc/compiler') as typeof Compiler;
    const [namespace = 'c', name = ''] = module.split('/');
    const { code } = transformSync(file.endsWith('.ts') ? withoutTypes(source, file) : source, file, {
        namespace,
        name,
        scopedStyles,
        // The base components need these three; the platform's compile of our own code has the last two off.
        enableSyntheticElementInternals: true,
        enableDynamicComponents: true,
        enableLwcOn: true,
        outputConfig: { sourcemap: false }
    });
    return code;
}

function withoutTypes(source: string, file: string): string {
    const { code } = stripTypes(source, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: file,
        tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } }
    });
    return code;
}

/** A component may have no template or style sheet; a script that is missing is a mistake. */
function missing(file: string): string {
    if (file.endsWith('.html') || file.endsWith('.css')) return 'export default undefined;';
    throw new Error(`${file} does not exist. Run npm run build if it is the emitted script of a component.`);
}
