import { execFile } from 'node:child_process';
import path from 'node:path';
import { environment } from '../bridgeChaos/bridgeProcess.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../services/messaging-bridge/bridge.ts');

export interface Said {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

/** The command as an operator types it. */
export function bridgeCommand(configurationFile: string, ...words: readonly string[]): Promise<Said> {
    const args = ['--no-warnings', PROGRAM, ...words, '--config', configurationFile];
    return new Promise((resolve) => {
        execFile(process.execPath, args, { env: environment(), timeout: 60_000 }, (error, out, err) => {
            resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
        });
    });
}
