/** The package directories of sfdx-project.json, in the order in which an org takes them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Folder {
    /** As sfdx-project.json has it: `force-app/tasks`. */
    readonly path: string;
    /** `tasks` */
    readonly name: string;
    /** `Switchboard Tasks`; absent where the folder is never packaged. */
    readonly package?: string;
    readonly versionNumber?: string;
    /** Packages of this project and of others, by name. */
    readonly needs: readonly string[];
}

export interface Manifest {
    readonly folders: readonly Folder[];
    /** Ids by alias, as the Salesforce CLI writes them: `0Ho…` of a package, `04t…` of a version. */
    readonly aliases: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const wrong = (what: string): Error => new Error(`sfdx-project.json: ${what}`);

function folderOf(entry: unknown): Folder {
    if (!isRecord(entry) || typeof entry.path !== 'string') throw wrong('a package directory has no path');
    const { path: folder, package: packed, versionNumber, dependencies } = entry;
    const needs = listOf(dependencies).map((one) => {
        if (isRecord(one) && typeof one.package === 'string') return one.package;
        throw wrong(`a dependency of ${folder} names no package`);
    });
    return {
        path: folder,
        name: path.posix.basename(folder),
        ...(typeof packed === 'string' ? { package: packed } : {}),
        ...(typeof versionNumber === 'string' ? { versionNumber } : {}),
        needs
    };
}

/**
 * Each after what it needs, otherwise as they are listed; what is never packaged may use everything and comes last.
 * Throws where packages need each other in a circle.
 */
export function inOrder(folders: readonly Folder[]): Folder[] {
    const owners = new Map(folders.flatMap((folder) => (folder.package ? [[folder.package, folder] as const] : [])));
    const placed = new Set<Folder>();
    const place = (folder: Folder, above: readonly Folder[]): void => {
        if (placed.has(folder)) return;
        if (above.includes(folder))
            throw wrong(`${[...above, folder].map(({ name }) => name).join(' needs ')}: no order is possible`);
        for (const need of folder.needs) {
            const owner = owners.get(need);
            if (owner) place(owner, [...above, folder]);
        }
        placed.add(folder);
    };
    for (const folder of folders) if (folder.package) place(folder, []);
    for (const folder of folders) place(folder, []);
    return [...placed];
}

/** @returns the folders in order. Throws an Error that says what is wrong with the file. */
export function readManifest(root: string): Manifest {
    const given: unknown = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8'));
    if (!isRecord(given)) throw wrong('it is no object');
    const aliases = Object.entries(isRecord(given.packageAliases) ? given.packageAliases : {});
    return {
        folders: inOrder(listOf(given.packageDirectories).map(folderOf)),
        aliases: Object.fromEntries(aliases.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    };
}

/** The folder of that package and those of all that it needs, in order. */
export function withNeeds(folders: readonly Folder[], wanted: readonly string[]): Folder[] {
    const owners = new Map(folders.flatMap((folder) => (folder.package ? [[folder.package, folder] as const] : [])));
    const taken = new Set<Folder>();
    const take = (folder: Folder | undefined): void => {
        if (!folder || taken.has(folder)) return;
        taken.add(folder);
        for (const need of folder.needs) take(owners.get(need));
    };
    for (const name of wanted) take(folders.find((folder) => folder.name === name));
    return folders.filter((folder) => taken.has(folder));
}
