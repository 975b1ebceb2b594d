/** npm as on a computer that has never seen this project: an empty folder and an empty home. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../run/npm.mjs';

/** Which registry this computer asks, who it is there, and what npm has fetched before. */
export interface NpmSettings {
    readonly registry: string;
    readonly userconfig: string;
    readonly cache: string;
    /** How often a registry that does not answer is asked again; 1 unless given. */
    readonly retries?: number;
}

const LONGEST_MS = 120_000;

export function npmSettings(root: string): NpmSettings {
    const { command, args, shell } = npmCommand();
    const all = [...args, 'config', 'get', 'registry', 'userconfig', 'cache'];
    const { stdout, stderr } = spawnSync(command, all, { cwd: root, shell, encoding: 'utf8' });
    const settings = Object.fromEntries(stdout.split('\n').map((line) => line.split(/=(.*)/s, 2)));
    const { registry, userconfig, cache } = settings as Partial<NpmSettings>;
    if (registry === undefined || userconfig === undefined || cache === undefined)
        throw new Error(`npm did not say which registry it asks:\n${stdout}${stderr}`);
    return { registry, userconfig, cache };
}

/** What a program of the folder sees of this computer. */
export function emptyHome(folder: string): NodeJS.ProcessEnv {
    const home = path.join(folder, 'home');
    const { PATH, SystemRoot } = process.env;
    return { PATH, HOME: home, USERPROFILE: home, ...(SystemRoot === undefined ? {} : { SystemRoot }) };
}

/**
 * Empties the folder and installs a tarball in it. What npm has fetched before is not asked for again. Throws where it
 * cannot be installed, and says so where it is for want of the registry.
 * @returns the folder of what is installed: `…/node_modules`
 */
export function install(folder: string, tarball: string, settings: NpmSettings): string {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.join(folder, 'home'), { recursive: true });
    // Without one npm looks for it in the folders above.
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    const { command, args, shell } = npmCommand();
    const env = {
        ...emptyHome(folder),
        npm_config_registry: settings.registry,
        npm_config_userconfig: settings.userconfig,
        npm_config_cache: settings.cache,
        npm_config_fetch_retries: String(settings.retries ?? 1),
        npm_config_fetch_retry_mintimeout: '500',
        npm_config_update_notifier: 'false'
    };
    const all = [...args, 'install', tarball, '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev'];
    const options = { cwd: folder, env, shell, encoding: 'utf8', timeout: LONGEST_MS } as const;
    const { status, stdout, stderr } = spawnSync(command, all, options);
    const said = `${stdout}${stderr}`;
    if (status === 0) return path.join(folder, 'node_modules');
    const unreached =
        status === null || /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH)\b/.test(said);
    const what = unreached ? `The registry ${settings.registry} cannot be reached` : `npm install ended with ${status}`;
    throw new Error(`${what}, so it is not known whether the package can be installed.\n${said}`);
}
