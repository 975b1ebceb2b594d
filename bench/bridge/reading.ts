import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';
import { readsPerSecond } from './others.ts';
import type { Reader } from './others.ts';
import { startWorld } from './world.ts';

/** Events a second that come by the stream, with nothing delivered. */
export interface Reading {
    readonly decodes: Measured;
    /** Kept, one transaction for each answer of the stream. */
    readonly postgres: Measured;
    readonly embedded: Measured;
    readonly clientDecodes?: Measured;
}

/** `onPostgres` gives an empty database each time. */
export async function measureReading(
    { events, rounds }: { readonly events: number; readonly rounds: number },
    onPostgres: <T>(work: (url: string) => Promise<T>) => Promise<T>,
    client: { readonly clientFolder: string } | undefined
): Promise<Reading> {
    const world = await startWorld();
    const data = mkdtempSync(path.join(tmpdir(), 'switchboard-bench-read-'));
    try {
        const addresses = await world.addresses();
        await world.write({ name: 'read', conversations: 100, count: events });
        const read = (reader: Reader): Promise<number> => readsPerSecond(reader, addresses, events);
        const rates = async (one: (round: number) => Promise<number>): Promise<Measured> => {
            const all: number[] = [];
            for (let round = 0; round < rounds; round += 1) all.push(Math.round(await one(round)));
            return summed(all);
        };
        const folder = (round: number): string => path.join(data, String(round));
        return {
            decodes: await rates(() => read({ kind: 'decodes' })),
            postgres: await rates(() => onPostgres((url) => read({ kind: 'stores', database: { url } }))),
            embedded: await rates((round) => read({ kind: 'stores', database: { folder: folder(round) } })),
            ...(client && { clientDecodes: await rates(() => read({ kind: 'clientDecodes', ...client })) })
        };
    } finally {
        await world.close();
        rmSync(data, { recursive: true, force: true });
    }
}
