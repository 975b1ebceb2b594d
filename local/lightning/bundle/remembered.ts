import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What was made last and kept in this file, for as long as no file in the folders has come, gone or changed. Otherwise it
 * is made, and kept for the next time.
 */
export async function remembered(
    kept: string,
    folders: readonly string[],
    make: () => Promise<string>
): Promise<string> {
    const state = `${stateOf(folders)}\n`;
    const last = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
    if (last.startsWith(state)) return last.slice(state.length);
    const made = await make();
    mkdirSync(path.dirname(kept), { recursive: true });
    // Others may read or write it at this moment.
    const own = `${kept}.${process.pid}`;
    writeFileSync(own, state + made);
    renameSync(own, kept);
    return made;
}

/** Changes whenever a file does: by name, size and time, dependencies by what npm says that it installed. */
function stateOf(folders: readonly string[]): string {
    const hash = createHash('sha256');
    for (const folder of folders) {
        for (const file of filesIn(folder)) {
            const { size, mtimeMs } = statSync(file);
            hash.update(`${file} ${size} ${mtimeMs}\n`);
        }
    }
    return hash.digest('hex');
}

function filesIn(place: string): string[] {
    if (!existsSync(place)) return [];
    if (statSync(place).isFile()) return [place];
    return readdirSync(place, { withFileTypes: true })
        .filter(({ name }) => name !== 'node_modules')
        .flatMap((entry) => filesIn(path.join(place, entry.name)))
        .sort();
}
