import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk {
    readonly folder: string;
    /** Leaves no room at all. What is deleted or given back meanwhile is room again: call it as often as needed. */
    fill(): void;
    /** As somebody does who deletes what is not needed. */
    makeRoom(): void;
    close(): void;
}

/** A disk of its own in memory; undefined where this machine does not let one be mounted: only Linux does, for root. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
    const folder = mkdtempSync(path.join(tmpdir(), 'disk-'));
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
    if (spawnSync('mount', options).status !== 0) {
        rmSync(folder, { recursive: true });
        return undefined;
    }
    /** Also where somebody who has it open has not ended yet. */
    function unmount(): void {
        spawnSync('umount', ['-l', folder]);
        rmSync(folder, { recursive: true, force: true });
    }
    process.once('exit', unmount);
    const filler = path.join(folder, 'filler');
    return {
        folder,
        fill(): void {
            const file = openSync(filler, 'a');
            try {
                for (let block = Buffer.alloc(1 << 20); block.length > 0;)
                    try {
                        writeSync(file, block);
                    } catch (error) {
                        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
                        block = block.subarray(0, block.length >> 1);
                    }
            } finally {
                closeSync(file);
            }
        },
        makeRoom: () => rmSync(filler, { force: true }),
        close(): void {
            process.off('exit', unmount);
            unmount();
        }
    };
}
