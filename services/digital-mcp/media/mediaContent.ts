import { constants, realpathSync, statSync } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { badArgument } from '../arguments/checkArguments.ts';
import type { Given } from '../arguments/checkArguments.ts';

/** More than any channel takes of a file, as far as is known; Genesys Cloud refuses what is too much for it. */
export const MOST_MEDIA_BYTES = 10 * 1024 * 1024;

const ALLOWED_BYTES = `1 to ${MOST_MEDIA_BYTES} bytes`;

/** The folder as it is without links. Throws where it is none. */
export function mediaFolder(folder: string): string {
    const real = isFolder(folder) ? realpathSync(folder) : undefined;
    if (real === undefined)
        throw new Error(
            "mediaUpload.folder is no folder that can be read. Give one that is there, by its path from the configuration's folder."
        );
    return real;
}

function isFolder(folder: string): boolean {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The bytes of `content` or of `file`. Throws CallError, which tells nothing of what is outside the folder. */
export async function mediaContent({ content, file }: Given, folder?: string): Promise<Buffer> {
    if (typeof file === 'string' && folder !== undefined) return fileIn(folder, file);
    if (typeof content === 'string') return fromBase64(content);
    throw badArgument('content', 'missing', 'the bytes of the file as base64');
}

function fromBase64(content: string): Buffer {
    const allowed = 'the bytes of the file as base64, and nothing else';
    if (/^\s*[a-z][a-z0-9+.-]*:/i.test(content)) throw badArgument('content', 'an address', allowed);
    const text = content.replace(/\s/g, '');
    const bytes = Buffer.from(text, 'base64');
    // Node reads over what is no base64.
    if (bytes.toString('base64') !== text) throw badArgument('content', 'no base64', allowed);
    return ofAllowedSize('content', bytes);
}

async function fileIn(folder: string, file: string): Promise<Buffer> {
    const none = badArgument(
        'file',
        'no file of the folder',
        'the path of a file in the folder, without a way out of it'
    );
    const real = await realpath(path.resolve(folder, file)).catch(() => undefined);
    if (real === undefined || !isInside(folder, real)) throw none;
    const handle = await open(real, READ_ONLY).catch(() => undefined);
    if (handle === undefined) throw none;
    try {
        const stat = await handle.stat();
        if (!stat.isFile()) throw none;
        if (stat.size > MOST_MEDIA_BYTES) throw badArgument('file', `${stat.size} bytes long`, ALLOWED_BYTES);
        return ofAllowedSize('file', await handle.readFile());
    } finally {
        await handle.close();
    }
}

/** No link that took the file's place meanwhile, and no waiting for a pipe that nobody fills. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function isInside(folder: string, file: string): boolean {
    const way = path.relative(folder, file);
    return way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}

function ofAllowedSize(field: string, bytes: Buffer): Buffer {
    if (bytes.length === 0 || bytes.length > MOST_MEDIA_BYTES)
        throw badArgument(field, `${bytes.length} bytes long`, ALLOWED_BYTES);
    return bytes;
}
