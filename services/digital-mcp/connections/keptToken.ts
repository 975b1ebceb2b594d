import path from 'node:path';
import { writeInPlace, writeWhole } from './wholeFile.ts';

/** A folder that takes no other file, or a single file that was mounted into a container. */
const FOLDER_REFUSES = /^(EACCES|EPERM|EROFS|EBUSY|EXDEV)$/;

/**
 * Puts the next refresh token into its file. Never throws: the token works all the same while this process runs, and a
 * call must not fail for it. `tell` gets words for an operator, without the token.
 */
export function keepToken(file: string, next: string, folder: string, tell: (message: string) => void): void {
    const place = path.resolve(folder, file);
    const text = `${next}\n`;
    try {
        writeWhole(place, text);
    } catch (error) {
        const code = codeOf(error);
        try {
            if (!FOLDER_REFUSES.test(code)) throw error;
            writeInPlace(place, text);
            tell(
                `The folder of ${file} takes no new file (${code}), so the new refresh token was written over the old one. A stop in the middle of that loses both. Let this program write in the folder; in a container, mount the folder and not the file.`
            );
        } catch (last) {
            tell(
                `The file ${file} cannot be written (${codeOf(last)}). It needs the new refresh token: the one in it is used up, and after the next start nobody can sign in with it. Let this program write the file and its folder.`
            );
        }
    }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';
