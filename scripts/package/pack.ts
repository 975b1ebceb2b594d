/** `npm pack`, without a registry. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../run/npm.mjs';

/** Runs npm in a folder; returns its output, or throws with it. Everything it keeps stays below `build`. */
export function npm(root: string, folder: string, args: readonly string[]): string {
    const { command, args: first, shell } = npmCommand();
    const kept = path.join(root, 'build/npm');
    mkdirSync(kept, { recursive: true });
    const env = { ...process.env, npm_config_cache: kept, npm_config_update_notifier: 'false' };
    const all = [...first, ...args, '--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { status, stdout, stderr } = spawnSync(command, all, { cwd: folder, env, shell, encoding: 'utf8' });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
}

export interface Packed {
    /** The tarball. */
    readonly file: string;
    /** The paths in it, without `package/`. */
    readonly contents: readonly string[];
}

/** @param contents a folder with a package.json */
export function pack(root: string, contents: string): Packed {
    const destination = path.dirname(contents);
    const told = JSON.parse(npm(root, contents, ['pack', '--json', '--pack-destination', destination])) as unknown;
    // npm gave a list until version 11; later ones may give an object by package name.
    const [one] = (Array.isArray(told) ? told : Object.values(told as object)) as {
        readonly filename: string;
        readonly files: readonly { readonly path: string }[];
    }[];
    if (!one) throw new Error('npm pack named no file');
    return { file: path.join(destination, path.basename(one.filename)), contents: one.files.map((file) => file.path) };
}
