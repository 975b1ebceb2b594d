import type { IncomingMessage } from 'node:http';

/** `tooLong`: what comes after the limit is read and thrown away. `brokenOff`: the client went in the middle of it. */
export type RequestBody = Buffer | 'tooLong' | 'brokenOff';

export function bodyOf(request: IncomingMessage, mostBytes: number): Promise<RequestBody> {
    return new Promise((resolve) => {
        let chunks: Buffer[] = [];
        let bytes = 0;
        function tooLong(): void {
            chunks = [];
            request.removeAllListeners('data').resume();
            resolve('tooLong');
        }
        request.once('end', () => resolve(Buffer.concat(chunks)));
        request.once('error', () => resolve('brokenOff'));
        request.once('close', () => resolve('brokenOff'));
        if (Number(request.headers['content-length']) > mostBytes) {
            tooLong();
            return;
        }
        request.on('data', (chunk: Buffer) => {
            bytes += chunk.byteLength;
            chunks.push(chunk);
            if (bytes > mostBytes) tooLong();
        });
    });
}

/** When nothing more comes of a request, or after so long. Whoever is cut off while it sends may not read its answer. */
export function sentAll(request: IncomingMessage, ms: number): Promise<void> {
    return new Promise((resolve) => {
        if (request.readableEnded || request.destroyed) {
            resolve();
            return;
        }
        const timer = setTimeout(resolve, ms);
        for (const event of ['end', 'close']) {
            request.once(event, () => {
                clearTimeout(timer);
                resolve();
            });
        }
    });
}
