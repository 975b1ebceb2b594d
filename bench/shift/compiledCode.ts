import type { CDPSession } from 'playwright-core';

interface Snapshot {
    readonly snapshot: {
        readonly meta: {
            readonly node_fields: readonly string[];
            readonly node_types: readonly [readonly string[], ...unknown[]];
        };
    };
    /** One node after the other, each with as many numbers as there are fields. */
    readonly nodes: readonly number[];
}

/** Bytes of the page's heap that are code which the browser has compiled: what runs often it compiles again, faster and larger. */
export async function compiledCode(session: CDPSession): Promise<number> {
    const chunks: string[] = [];
    const take = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
    session.on('HeapProfiler.addHeapSnapshotChunk', take);
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    session.off('HeapProfiler.addHeapSnapshotChunk', take);
    return codeIn(JSON.parse(chunks.join('')) as Snapshot);
}

export function codeIn({ snapshot, nodes }: Snapshot): number {
    const { node_fields: fields, node_types: types } = snapshot.meta;
    const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
    let bytes = 0;
    for (let at = 0; at < nodes.length; at += fields.length) {
        if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
    }
    return bytes;
}
