/** What Genesys Cloud takes in the name of a file: none of these, no white space, no dot at the start. */
const NOT_IN_NAMES = /[\s\p{Cc}\\/{^}%`\]">[~<#|]+/gu;
const LONGEST = 100;

const ENDINGS: Readonly<Record<string, string>> = {
    'image/jpeg': 'jpg',
    'image/png': 'png',
    'image/gif': 'gif',
    'video/mp4': 'mp4',
    'audio/mpeg': 'mp3',
    'application/pdf': 'pdf',
    'text/plain': 'txt',
    'text/csv': 'csv'
};

/** The name under which a file is uploaded: as the rep's, as far as Genesys Cloud takes that. It never gets empty. */
export function fileNameFor(name: string, mediaType: string): string {
    const taken = name
        .normalize('NFC')
        .replace(NOT_IN_NAMES, '_')
        .replace(/^[._]+/, '');
    const ending = /\.[A-Za-z0-9]{1,10}$/.exec(taken)?.[0] ?? (ENDINGS[mediaType] ? `.${ENDINGS[mediaType]}` : '');
    const stem = taken.endsWith(ending) ? taken.slice(0, taken.length - ending.length) : taken;
    return `${[...stem].slice(0, LONGEST - ending.length).join('') || 'file'}${ending}`;
}
