/** What is taken of a rep unless the configuration says otherwise. Genesys Cloud decides what the channel takes. */
export const USUAL_TYPES: readonly string[] = [
    'image/*',
    'audio/*',
    'video/*',
    'text/plain',
    'text/csv',
    'application/pdf',
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.ms-powerpoint',
    'application/vnd.openxmlformats-officedocument.*',
    'application/vnd.oasis.opendocument.*'
];

const PAGES = /^(text\/html|application\/xhtml\+xml)$/;
const SAYS_NOTHING = /^(application|binary)\/octet-?stream$/;

/**
 * The type of a file that was announced as one thing and came as another; undefined for a page instead of the file, as
 * a server gives that wants somebody to sign in.
 */
export function typeOf(announced: string | undefined, came: string | undefined): string | undefined {
    const name = announced?.split(';')[0]?.trim().toLowerCase();
    if (came !== undefined && PAGES.test(came) && came !== name) return undefined;
    return name || (came !== undefined && !SAYS_NOTHING.test(came) ? came : 'application/octet-stream');
}

/** `types`: `image/png`, or with a star at the end whatever begins so. */
export const isTaken = (mediaType: string, types: readonly string[]): boolean =>
    types.some((type) => (type.endsWith('*') ? mediaType.startsWith(type.slice(0, -1)) : mediaType === type));

/** The kind as Genesys Cloud names it. */
export function kindOf(mediaType: string): 'Image' | 'Video' | 'Audio' | 'File' {
    const [kind] = mediaType.split('/');
    return kind === 'image' ? 'Image' : kind === 'video' ? 'Video' : kind === 'audio' ? 'Audio' : 'File';
}
