import { createHash, randomBytes } from 'node:crypto';
import type { Centre, Delivery, Upload } from './centre.ts';

export const UPLOADS = '/uploads/v2/';

const OPEN_MS = 10 * 60_000;

const TAKEN = {
    media: ['image/jpeg', 'image/png', 'image/gif', 'video/mp4', 'audio/mpeg', 'application/pdf'],
    fax: ['application/pdf', 'image/tiff', 'application/msword']
} as const;

type Opening = Pick<Upload, 'kind' | 'name'> & Partial<Upload>;

export function openUpload(centre: Centre, opening: Opening): Upload {
    const id = centre.newId();
    const upload: Upload = {
        ...opening,
        id,
        path: `${UPLOADS}${opening.kind}/${id}?signature=${randomBytes(16).toString('hex')}`,
        headers: { 'x-amz-server-side-encryption': 'AES256', 'x-amz-meta-upload-id': id },
        expiresAt: centre.now() + OPEN_MS,
        status: 'uploading'
    };
    centre.state.uploads.push(upload);
    return upload;
}

/**
 * The store beside the API: PUT with the given headers and no bearer. It answers as such stores do, in XML; whether the
 * content is taken is read from the API afterwards. GET gives what was taken.
 */
export async function uploadAnswer(centre: Centre, request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const upload = centre.state.uploads.find((one) => one.path === `${pathname}${search}`);
    if (upload === undefined) return refused(403, 'SignatureDoesNotMatch');
    if (request.method === 'GET' && upload.status === 'valid')
        return new Response(Buffer.from(upload.content ?? []), {
            headers: { 'content-type': upload.mediaType ?? 'application/octet-stream' }
        });
    if (request.method !== 'PUT') return refused(405, 'MethodNotAllowed');
    if (request.headers.has('authorization')) return refused(400, 'InvalidArgument');
    if (upload.expiresAt <= centre.now()) return refused(403, 'AccessDenied');
    if (Object.entries(upload.headers).some(([name, value]) => request.headers.get(name) !== value))
        return refused(403, 'SignatureDoesNotMatch');
    const content = new Uint8Array(await request.arrayBuffer());
    upload.bytes = content.length;
    upload.mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? typeOf(upload.name);
    upload.status = isTaken(upload, content) ? 'valid' : 'invalid';
    if (upload.status === 'valid') upload.content = content;
    const { faxNumbers: to } = upload;
    if (upload.status === 'valid' && to) centre.state.deliveries.push(faxTo(to, centre.time()));
    return new Response(null, { status: 200 });
}

export const faxTo = (to: readonly string[], time: string): Delivery => ({ by: 'fax', to, agentless: true, time });

function isTaken({ kind, mediaType, expectedBytes, expectedMd5 }: Upload, content: Uint8Array): boolean {
    const types: readonly string[] = TAKEN[kind];
    return (
        types.includes(mediaType ?? '') &&
        content.length === (expectedBytes ?? content.length) &&
        (expectedMd5 === undefined || createHash('md5').update(content).digest('base64') === expectedMd5)
    );
}

const BY_ENDING: Readonly<Record<string, string>> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    gif: 'image/gif',
    mp4: 'video/mp4',
    mp3: 'audio/mpeg',
    pdf: 'application/pdf'
};

const typeOf = (name: string): string =>
    BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

function refused(status: number, code: string): Response {
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
    return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}
