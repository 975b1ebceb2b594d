/** What a permission set grants must be there when its package is installed alone: its own, or of a package it uses. */
import { elements, nameOf, text } from './metadata.ts';
import { mayUse } from './packages.ts';
import type { Check, Problem, Project } from './problem.ts';

/** What a list of a permission set names, and the ending of the file that defines it. */
const LISTS: readonly { readonly list: string; readonly name: string; readonly kind: string }[] = [
    { list: 'fieldPermissions', name: 'field', kind: 'field' },
    { list: 'objectPermissions', name: 'object', kind: 'object' },
    { list: 'customMetadataTypeAccesses', name: 'name', kind: 'object' },
    { list: 'tabSettings', name: 'tab', kind: 'tab' },
    { list: 'applicationVisibilities', name: 'application', kind: 'app' },
    { list: 'customPermissions', name: 'name', kind: 'customPermission' }
];

/** `field Task.X__c` of a field on Activity, `tab X`, and so on, with the packages that define it. */
function definingPackages(project: Project): Map<string, Set<string>> {
    const packages = new Map<string, Set<string>>();
    for (const file of project.files) {
        const kind = /\.(\w+)-meta\.xml$/.exec(file)?.[1] ?? '';
        const object = /\/objects\/([^/]+)\/fields\//.exec(file)?.[1];
        const owners = object === 'Activity' ? ['Task', 'Event'] : object === undefined ? [] : [object];
        const names = kind === 'field' ? owners.map((owner) => `${owner}.${nameOf(file)}`) : [nameOf(file)];
        for (const name of names) {
            const known = packages.get(`${kind} ${name}`) ?? new Set();
            packages.set(`${kind} ${name}`, known.add(packageOf(file)));
        }
    }
    return packages;
}

const packageOf = (file: string): string => file.split('/')[1] ?? '';

export const grants: Check = (project) => {
    const packages = definingPackages(project);
    return project.files
        .filter((file) => file.endsWith('.permissionset-meta.xml'))
        .flatMap((file): Problem[] => {
            const user = packageOf(file);
            const [set] = elements(project.xml(file), 'PermissionSet');
            return LISTS.flatMap(({ list, name, kind }) =>
                elements(set, list).flatMap((entry) => {
                    const granted = text(entry, name) ?? '';
                    const from = [...(packages.get(`${kind} ${granted}`) ?? [])];
                    if (from.length === 0 || from.some((used) => mayUse(user, used))) return [];
                    return [
                        {
                            check: 'grant of another package',
                            file,
                            message: `${granted} is in ${from.join(', ')}, which ${user} does not use: grant it in a set there.`
                        }
                    ];
                })
            );
        });
};
