import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

/** A metadata file of the project. */
export interface ProjectFile {
    readonly path: string;
    /** Relative to the project, with forward slashes. */
    readonly shownAs: string;
    /** The folder of force-app that it lives in: one package. */
    readonly packageName: string;
    /** File name without the `-meta.xml` ending's type part, e.g. `Queue__c` for `Queue__c.field-meta.xml`. */
    readonly name: string;
}

function filesBelow(folder: string): string[] {
    const found: string[] = [];
    for (const entry of readdirSync(folder).sort()) {
        if (entry === 'node_modules' || entry === 'lwc') {
            continue;
        }
        const path = join(folder, entry);
        if (statSync(path).isDirectory()) {
            found.push(...filesBelow(path));
        } else {
            found.push(path);
        }
    }
    return found;
}

/** All metadata files of force-app, components left out. */
export function projectFiles(projectDir: string): string[] {
    return filesBelow(join(projectDir, 'force-app'));
}

/** Those of one metadata type, e.g. `field`. */
export function filesOfType(projectDir: string, paths: readonly string[], type: string): ProjectFile[] {
    const ending = `.${type}-meta.xml`;
    return paths
        .filter((path) => path.endsWith(ending))
        .map((path) => {
            const shownAs = relative(projectDir, path).split(sep).join('/');
            return {
                path,
                shownAs,
                packageName: shownAs.split('/')[1] ?? '',
                name: basename(path).slice(0, -ending.length)
            };
        });
}
