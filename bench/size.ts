import { gzipSync } from 'node:zlib';
import { bundleDeployed } from './deployed.ts';

export interface Size {
    readonly what: string;
    /** Bytes. */
    readonly minified: number;
    readonly gzipped: number;
}

interface Part {
    readonly what: string;
    readonly entry: string;
    readonly without?: readonly string[];
}

const BUILDERS = ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'blindTransfer', 'consultTransfer'].concat(
    ['concludeTransfer', 'secureSession', 'updateState', 'addCustomAttributes', 'updateStatus', 'subscribeTo'],
    ['flowAddress']
);

/** The parts of the helper. They share code, so together they are less than their sum. */
const OURS: readonly Part[] = [
    { what: 'c/clientEvents: connect, act and decode', entry: `export * from 'c/clientEvents'` },
    { what: 'decode', entry: `export { decodeClientEvent } from 'c/clientEventCodec'` },
    { what: 'act: every builder and its checks', entry: `export { ${BUILDERS.join(', ')} } from 'c/clientEventCodec'` },
    {
        what: 'connect, without the codec it stands on',
        entry: `export { connectClientEvents } from 'c/clientEvents'`,
        without: ['c/clientEventCodec']
    }
];

const OTHERS: readonly Part[] = [
    { what: 'mitt', entry: `export { default } from 'mitt'` },
    { what: 'nanostores: atom', entry: `export { atom } from 'nanostores'` },
    { what: 'rxjs: Subject and filter', entry: `export { Subject, filter } from 'rxjs'` },
    { what: 'zod/mini: object and parse', entry: `export { object, parse } from 'zod/mini'` },
    { what: 'zod: object', entry: `export { object } from 'zod'` }
];

export async function measureSizes(): Promise<{ readonly ours: readonly Size[]; readonly others: readonly Size[] }> {
    return { ours: await Promise.all(OURS.map(sizeOf)), others: await Promise.all(OTHERS.map(sizeOf)) };
}

/** As deployed, in one script, minified by esbuild, then gzip at level 9; the platform's own modules left out. */
export async function sizeOf({ what, entry, without = [] }: Part): Promise<Size> {
    const script = await bundleDeployed({ entry, without, minify: true });
    return { what, minified: Buffer.byteLength(script), gzipped: gzipSync(script, { level: 9 }).length };
}
