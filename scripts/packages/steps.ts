/** What `npm run package:versions` and `npm run package:promote` do, one call of the Salesforce CLI after the other. */
import type { Folder, Manifest } from '../sf/folders.ts';
import type { NamedStep } from '../sf/runSteps.ts';

/** The alias of the vendor's package in sfdx-project.json. */
export const PHONE_PACKAGE = 'Genesys Cloud for Salesforce';

/**
 * The CLI replaces the whole entry of a package directory when it makes a package, and the dependencies with it (2.146).
 * So the id is written by us.
 */
const KEEP_PROJECT_FILE = { SF_PROJECT_AUTOUPDATE_DISABLE_FOR_PACKAGE_CREATE: 'true' } as const;

type Packaged = Folder & { readonly package: string };
export const isPackaged = (folder: Folder): folder is Packaged => folder.package !== undefined;

const step = (name: string, does: string, args: readonly string[], env: NamedStep['env'] = {}): NamedStep => ({
    name,
    does,
    args,
    env,
    json: true,
    atHub: true
});

/** @param folders in order. A package without an id in `aliases` is made first. */
export function versionSteps(folders: readonly Folder[], aliases: Manifest['aliases'], hub: string): NamedStep[] {
    const atHub = ['--target-dev-hub', hub];
    return folders.filter(isPackaged).flatMap(({ name, package: packed, path }) => [
        ...(packed in aliases
            ? []
            : [
                  step(
                      `create-${name}`,
                      `Makes the package ${packed} in the Dev Hub, once and for all.`,
                      ['package', 'create', '--name', packed, '--package-type', 'Unlocked', '--path', path, ...atHub],
                      KEEP_PROJECT_FILE
                  )
              ]),
        step(`version-${name}`, `Makes a version of ${packed}. This takes some minutes.`, [
            ...['package', 'version', 'create', '--package', packed, '--definition-file'],
            // Without the coverage of its Apex, of which there is none, a version cannot be promoted.
            ...['config/project-scratch-def.json', '--installation-key-bypass', '--code-coverage'],
            ...['--wait', '120', ...atHub]
        ])
    ]);
}

/** The newest version of this package with the number of the project file: `Switchboard Tasks@0.1.0-3`. */
export function newestVersion(
    { package: packed, versionNumber = '' }: Packaged,
    aliases: Manifest['aliases']
): string | undefined {
    const prefix = `${packed}@${versionNumber.replace(/\.NEXT$/, '')}-`;
    const builds = Object.keys(aliases)
        .filter((alias) => alias.startsWith(prefix))
        .map((alias) => Number(alias.slice(prefix.length)))
        .filter(Number.isInteger);
    return builds.length > 0 ? `${prefix}${Math.max(...builds)}` : undefined;
}

/** @returns the steps, or the packages that have no version yet */
export function promoteSteps(
    folders: readonly Folder[],
    aliases: Manifest['aliases'],
    hub: string
): readonly NamedStep[] | { readonly missing: readonly string[] } {
    const found = folders.filter(isPackaged).map((folder) => ({ folder, version: newestVersion(folder, aliases) }));
    const missing = found.flatMap(({ folder, version }) => (version === undefined ? [folder.package] : []));
    if (missing.length > 0) return { missing };
    return found.map(({ folder, version = '' }) =>
        step(`promote-${folder.name}`, `Releases ${version}. This cannot be taken back.`, [
            ...['package', 'version', 'promote', '--package', version, '--no-prompt', '--target-dev-hub', hub]
        ])
    );
}
