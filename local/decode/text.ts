/** A file's text: UTF-8 or, with the mark that Windows programs write, UTF-16. Throws a TypeError when it is neither. */
export function textOf(bytes: Uint8Array): string {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}
