/** The files of a release, and SHA256SUMS beside them as `sha256sum --check` reads it. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Release {
    /** Folders with tarballs and zips; one that is not there has none. */
    readonly from: readonly string[];
    readonly into: string;
    readonly tag: string;
    /** That of package.json. */
    readonly version: string;
}

/** Names of what is in the release. Throws where the tag names another version, or something of another version is there. */
export function releaseFiles({ from, into, tag, version }: Release): string[] {
    if (tag !== `v${version}`)
        throw new Error(
            `The tag is ${tag} and package.json has ${version}: tag this commit v${version}, or change "version".`
        );
    const found = from
        .filter((folder) => existsSync(folder))
        .flatMap((folder) => readdirSync(folder).map((name) => ({ name, file: path.join(folder, name) })))
        .filter(({ name }) => /\.(tgz|zip)$/.test(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    if (found.length === 0) throw new Error(`There is no package in ${from.join(' or ')}: run npm run package first.`);
    const other = found.find(({ name }) => !name.includes(version));
    if (other) throw new Error(`${other.file} is not of version ${version}: delete it, and run npm run package again.`);
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    const sums = found.map(({ name, file }) => {
        copyFileSync(file, path.join(into, name));
        return `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${name}\n`;
    });
    writeFileSync(path.join(into, 'SHA256SUMS'), sums.join(''));
    return [...found.map(({ name }) => name), 'SHA256SUMS'];
}
