const WHY: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'you may not read it',
    EPERM: 'you may not read it'
};

/** Why a file that was named could not be read, in words; the system's own code where there are none. */
export function whyUnreadable(error: unknown): string {
    if (error instanceof TypeError) return 'it is not text in UTF-8';
    const { code } = error as NodeJS.ErrnoException;
    return (code === undefined ? undefined : WHY[code]) ?? code ?? String(error);
}
