/** Lines of shell blocks that would not run: a program, a command, an option or a file that is not there. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Fault, Page } from './pages.ts';

/** In a list a block is indented. */
const BLOCK = /^( *)```(?:sh|bash|shell)\n([\s\S]*?)^\1```/gm;
/** What a reader has, or is told to install. `gh` and `sf` are the makers' own. */
const PROGRAMS = new Set(['cd', 'cp', 'curl', 'gh', 'git', 'openssl', 'sf']);
const OUR_PATH = /^(?:force-app|local|services|scripts|config|docs|e2e|bench|types|test|examples|packages)\/[\w./-]+$/;
const SOURCES = ['scripts', 'local', 'services', 'bench', 'test/faults'];

export interface Project {
    readonly root: string;
    /** Names of the commands in package.json, with what each runs. */
    readonly scripts: Readonly<Record<string, string>>;
    /** What `npx` finds: our services' commands, and those of the packages that are installed. */
    readonly commands: ReadonlySet<string>;
    /** The text of every program of ours. */
    readonly programs: readonly string[];
}

const readJson = (...parts: string[]): Record<string, unknown> =>
    JSON.parse(readFileSync(path.join(...parts), 'utf8')) as Record<string, unknown>;

function textsBelow(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : textsBelow(file);
        return /(?<!\.test)\.(ts|mjs)$/.test(entry.name) ? [readFileSync(file, 'utf8')] : [];
    });
}

export function readProject(root: string): Project {
    const ours = readdirSync(path.join(root, 'services')).flatMap((name) => {
        const file = path.join(root, 'services', name, 'package.json');
        return existsSync(file) ? Object.keys((readJson(file)['bin'] ?? {}) as object) : [];
    });
    const installed = readdirSync(path.join(root, 'node_modules/.bin'));
    return {
        root,
        scripts: readJson(root, 'package.json')['scripts'] as Record<string, string>,
        commands: new Set([...ours, ...installed]),
        programs: SOURCES.flatMap((folder) => textsBelow(path.join(root, folder)))
    };
}

/** The lines of the shell blocks, each whole, without its comment. */
export function shellLines({ text }: Page): string[] {
    return [...text.matchAll(BLOCK)]
        .flatMap(([, , code = '']) => code.replaceAll(/\\\n\s*/g, '').split('\n'))
        .map((line) => line.replace(/(^|\s)#\s.*$/, '').trim())
        .filter((line) => line !== '');
}

/** What follows `--` of one of our npm commands, or the program itself, must know each option. */
function unknownOptions(words: readonly string[], programs: readonly string[]): string[] {
    return words
        .flatMap((word) => /^\[?(--[a-z][a-z-]+)/.exec(word)?.[1] ?? [])
        .filter((option) => {
            const name = option.slice(2);
            return !programs.some((text) => text.includes(option) || text.includes(`'${name}'`));
        })
        .map((option) => `no program of ours has the option ${option}`);
}

function faultsOf(line: string, { commands, programs, root, scripts }: Project): string[] {
    const [program = '', ...words] = line.split(/\s+/);
    const missing = words
        .map((word) => word.replaceAll(/[[\]]/g, ''))
        .filter((word) => OUR_PATH.test(word) && !existsSync(path.join(root, word)))
        .map((word) => `${word} does not exist`);
    if (program === 'npm') {
        const [name = ''] = words[0] === 'run' ? words.slice(1).filter((word) => !word.startsWith('--')) : words;
        // Which commands there are is found out for code in the text, too; see commands.ts.
        const given = words.includes('--') ? words.slice(words.indexOf('--') + 1) : [];
        return scripts[name] === undefined ? missing : [...missing, ...unknownOptions(given, programs)];
    }
    const [, installed] = /^node_modules\/\.bin\/(.+)$/.exec(program) ?? [];
    if (program === 'npx' || installed !== undefined) {
        const name = installed ?? words[0] ?? '';
        return commands.has(name) ? [...missing, ...unknownOptions(words, programs)] : [`npm installs no ${name}`];
    }
    if (program === 'node') return [...missing, ...unknownOptions(words, programs)];
    return PROGRAMS.has(program) ? missing : [`"${program}" is no program that a reader is told of`];
}

export function brokenLines(project: Project, pages: readonly Page[]): Fault[] {
    return pages.flatMap((page) =>
        shellLines(page).flatMap((line) => faultsOf(line, project).map((what) => ({ file: page.file, what })))
    );
}
