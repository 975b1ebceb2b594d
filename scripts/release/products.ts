/** What is installed as a whole: a folder that no other needs, with those that it needs. */
import type { Folder } from '../sf/folders.ts';
import { withNeeds } from '../sf/folders.ts';

export interface Product {
    /** `genesys-cloud` */
    readonly name: string;
    /** Paths, in order. */
    readonly folders: readonly string[];
}

/** The first values of the settings: sent once, because they are the admin's from then on. */
export const FIRST_SETTINGS = 'settings';

/** @param folders all of the project, in order */
export function productsOf(folders: readonly Folder[]): Product[] {
    const needed = new Set(folders.flatMap(({ needs }) => needs));
    const products = folders
        .filter(({ package: packed }) => packed !== undefined && !needed.has(packed))
        .map(({ name }) => ({ name, folders: withNeeds(folders, [name]).map(({ path }) => path) }));
    const settings = folders.filter(({ name }) => name === FIRST_SETTINGS);
    return [...products, ...settings.map(({ path }) => ({ name: `first-${FIRST_SETTINGS}`, folders: [path] }))];
}
