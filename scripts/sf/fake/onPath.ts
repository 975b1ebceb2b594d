/** Puts the fake Salesforce CLI on the PATH of a command of this project, and reads what it was asked. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FakeState } from './sf.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Outcome {
    readonly exitCode: number | null;
    readonly out: string;
    readonly error: string;
    /** As typed, without `--json`. */
    readonly calls: readonly string[];
    readonly state: FakeState;
}

/** Runs a script of this project to its end. `cwd` is where it runs: the project unless given. */
export function withFakeSf(
    script: string,
    args: readonly string[],
    begin: Partial<FakeState> = {},
    { env = {}, cwd = root }: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string } = {}
): Outcome {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-sf-'));
    try {
        const file = path.join(folder, 'state.json');
        const state: FakeState = { hubs: ['my-hub'], orgs: [], deployed: [], calls: [], ...begin };
        writeFileSync(file, JSON.stringify(state));
        const program = path.join(import.meta.dirname, 'sf.ts');
        writeFileSync(path.join(folder, 'sf'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
        chmodSync(path.join(folder, 'sf'), 0o755);
        const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
            cwd,
            encoding: 'utf8',
            env: {
                ...process.env,
                PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
                FAKE_SF: file,
                ...env
            }
        });
        const after = JSON.parse(readFileSync(file, 'utf8')) as FakeState;
        const calls = after.calls.map((call) => call.args.filter((word) => word !== '--json').join(' '));
        return { exitCode: status, out: stdout, error: stderr, calls, state: after };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** A PATH on which there is no `sf`. */
export function withoutSf(script: string, args: readonly string[]): Pick<Outcome, 'exitCode' | 'error'> {
    const options = {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: path.join(root, 'no-such-folder') }
    } as const;
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], options);
    return { exitCode: status, error: stderr };
}
