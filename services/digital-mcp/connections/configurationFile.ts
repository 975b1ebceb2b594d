import { existsSync, readFileSync } from 'node:fs';
import { readConfiguration } from './configuration.ts';
import type { Configuration, ConnectionSettings } from './configuration.ts';
import { locked } from './fileLock.ts';
import { writeWhole } from './wholeFile.ts';

/** Throws an Error in words where the file cannot be read or used. */
export function readConfigurationFile(file: string): Configuration {
    let text: string;
    try {
        text = readFileSync(file, 'utf8');
    } catch {
        throw new Error(`${file} cannot be read. "pcid add" makes it.`);
    }
    return readConfiguration(text);
}

/**
 * Puts a connection into the file, which is made where it is missing. All else in it stays, also what another process adds
 * at the same time. Throws an Error in words, and leaves the file as it was, where the PCID is taken, the configuration
 * could not be used with it, or another process holds the file for longer than `waitMs`.
 */
export async function addConnection(
    file: string,
    pcid: string,
    settings: ConnectionSettings,
    waitMs?: number
): Promise<void> {
    try {
        await locked(file, () => writeWhole(file, textWith(file, pcid, settings)), waitMs);
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        throw new Error(`${file} cannot be written (${code}). Nothing was changed.`);
    }
}

function textWith(file: string, pcid: string, settings: ConnectionSettings): string {
    const before = existsSync(file) ? readConfigurationFile(file) : { connections: {} };
    if (Object.hasOwn(before.connections, pcid)) {
        throw new Error(`There is a connection ${pcid} already. Give another --pcid, or change it in ${file}.`);
    }
    const text = `${JSON.stringify({ ...before, connections: { ...before.connections, [pcid]: settings } }, null, 4)}\n`;
    readConfiguration(text);
    return text;
}
