/** A place in the event bus. Bytes to everybody outside: they are neither a small number nor do they follow on each other. */
export interface ReplayIds {
    /** Of the next event. */
    issue(): bigint;
    /** The newest place that there is. */
    readonly latest: bigint;
    /** The place that these bytes name; undefined where none was ever issued so. */
    read(bytes: Uint8Array): bigint | undefined;
}

/** Beyond what a JavaScript number holds. */
const FIRST = 2n ** 53n + 1_001n;
const LENGTH = 10;
const WIDEST_GAP = 40;

/** `random` is between 0 and 1: how far it is to the next one. */
export function createReplayIds(random: () => number = Math.random): ReplayIds {
    const issued = new Set<bigint>([FIRST]);
    let latest = FIRST;
    return {
        get latest(): bigint {
            return latest;
        },
        issue(): bigint {
            latest += BigInt(1 + Math.floor(random() * WIDEST_GAP));
            issued.add(latest);
            return latest;
        },
        read(bytes): bigint | undefined {
            const id = bytes.length === LENGTH ? Buffer.from(bytes).readBigUInt64BE() : undefined;
            return id !== undefined && issued.has(id) && replayIdBytes(id).equals(bytes) ? id : undefined;
        }
    };
}

export function replayIdBytes(id: bigint): Buffer {
    const bytes = Buffer.alloc(LENGTH);
    bytes.writeBigUInt64BE(id);
    return bytes;
}
