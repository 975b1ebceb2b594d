/** The files of a service that its program runs: those that its entries import, and what these import. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Paths relative to the folder, with slashes, sorted. Throws for a file outside the folder. */
export function reachedFrom(folder: string, entries: readonly string[]): string[] {
    const reached = new Set<string>();
    const visit = (file: string): void => {
        if (reached.has(file)) return;
        if (file.startsWith('../')) throw new Error(`${folder} imports ${file}, which is not packed with it`);
        reached.add(file);
        if (!file.endsWith('.ts')) return;
        const { importedFiles } = ts.preProcessFile(readFileSync(path.join(folder, file), 'utf8'));
        for (const { fileName } of importedFiles)
            if (fileName.startsWith('.')) visit(path.posix.join(path.posix.dirname(file), fileName));
    };
    for (const entry of entries) visit(path.posix.normalize(entry));
    return [...reached].sort();
}
