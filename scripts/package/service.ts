/** A service as an npm package: JavaScript, because Node takes no types away below node_modules, and declarations. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { commandFiles } from './bin.ts';
import { createDeclarations } from './declarations.ts';
import type { Declarations } from './declarations.ts';
import { reachedFrom } from './reached.ts';

/** Folders of `services`; one stands behind those that it needs. */
export const SERVICES = ['genesys-api', 'digital-mcp', 'messaging-bridge'] as const;
export type Service = (typeof SERVICES)[number];

/** What is read of a service's package.json. */
interface Manifest {
    readonly name: string;
    /** The module that programs import. */
    readonly exports: string;
    /** Name of a command, and its program. */
    readonly bin?: Readonly<Record<string, string>>;
    /** What the program reads beside what it imports. */
    readonly files?: readonly string[];
    readonly engines: { readonly node: string };
    readonly dependencies?: Readonly<Record<string, string>>;
}

const OWN = '@switchboard/';
const TEXTS = ['LICENSE', 'NOTICE'] as const;

const read = <T>(...parts: readonly string[]): T => JSON.parse(readFileSync(path.join(...parts), 'utf8')) as T;
const emitted = (file: string): string => file.replace(/\.ts$/, '.js');

/** The declarations of each service, made once for all. */
export function serviceTypes(root: string): (service: Service) => Declarations {
    const entryOf = (service: Service): string => {
        const home = path.join(root, 'services', service);
        return path.join(home, read<Manifest>(home, 'package.json').exports);
    };
    const declarationsOf = createDeclarations(root, SERVICES.map(entryOf));
    return (service) => declarationsOf(entryOf(service));
}

/**
 * Fills the folder NAME in `build/packages`, or elsewhere, which runs where it is. Services of ours that it needs are in it, below node_modules: they
 * are in no registry, where somebody else could take their names.
 */
export function writeService(
    root: string,
    service: Service,
    into = path.join(root, 'build/packages'),
    typesOf = serviceTypes(root)
): string {
    const home = path.join(root, 'services', service);
    const packed = path.join(into, service);
    rmSync(packed, { recursive: true, force: true });
    const { devDependencies: _tools, ...manifest } = read<Manifest & { devDependencies?: object }>(
        home,
        'package.json'
    );
    const { version } = read<{ version: string }>(root, 'package.json');
    const { bin = {}, dependencies = {}, engines, files = [] } = manifest;

    const reached = reachedFrom(home, [manifest.exports, ...Object.values(bin)]);
    for (const file of [...reached, ...files, 'README.md']) copyTo(packed, home, file);
    const types = typesOf(service);
    for (const [file, text] of types) writeFileSync(path.join(packed, file), text);
    for (const file of TEXTS) copyFileSync(path.join(root, file), path.join(packed, file));

    const commands = Object.entries(bin).flatMap(([name, program]) =>
        Object.entries(
            commandFiles({ name, program: `../${emitted(path.posix.normalize(program))}`, engine: engines.node })
        )
    );
    if (commands.length > 0) mkdirSync(path.join(packed, 'bin'));
    for (const [file, text] of commands) writeFileSync(path.join(packed, 'bin', file), text, { mode: 0o755 });

    const ours = Object.keys(dependencies).filter((name) => name.startsWith(OWN));
    for (const name of ours) {
        const needed = writeService(root, serviceNamed(name), into, typesOf);
        cpSync(needed, path.join(packed, 'node_modules', name), { recursive: true });
    }
    const module = `./${emitted(path.posix.normalize(manifest.exports))}`;
    const declared = module.replace(/\.js$/, '.d.ts');
    const written = {
        ...manifest,
        version,
        types: declared,
        exports: { types: declared, default: module },
        ...(commands.length === 0
            ? {}
            : { bin: Object.fromEntries(Object.keys(bin).map((name) => [name, `./bin/${name}.cjs`])) }),
        files: [
            ...reached.map(emitted),
            ...types.keys(),
            ...files,
            ...commands.map(([file]) => `bin/${file}`),
            ...TEXTS
        ],
        ...(ours.length === 0 ? {} : { bundleDependencies: ours })
    };
    writeFileSync(path.join(packed, 'package.json'), `${JSON.stringify(written, null, 2)}\n`);
    return packed;
}

function serviceNamed(name: string): Service {
    const found = SERVICES.find((service) => `${OWN}${service}` === name);
    if (found === undefined) throw new Error(`${name} is no service that is packed. There are: ${SERVICES.join(', ')}`);
    return found;
}

function copyTo(packed: string, home: string, file: string): void {
    const target = path.join(packed, emitted(file));
    mkdirSync(path.dirname(target), { recursive: true });
    if (!file.endsWith('.ts')) copyFileSync(path.join(home, file), target);
    else writeFileSync(target, javaScriptOf(readFileSync(path.join(home, file), 'utf8'), file));
}

/** The same lines without their types; imports name the files that are there. */
export function javaScriptOf(text: string, fileName: string): string {
    const { outputText } = ts.transpileModule(text, {
        fileName,
        compilerOptions: {
            target: ts.ScriptTarget.ES2024,
            module: ts.ModuleKind.ESNext,
            verbatimModuleSyntax: true,
            rewriteRelativeImportExtensions: true,
            newLine: ts.NewLineKind.LineFeed
        }
    });
    return outputText;
}
