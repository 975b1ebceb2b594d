/** What components import. The platform's compiler does not look (K19). */
import path from 'node:path';
import ts from 'typescript';
import { PLATFORM_MODULES } from './platformModules.ts';
import type { Bundle, Check, Problem, Project } from './problem.ts';

export const SCOPES: ReadonlySet<string> = new Set([
    'label',
    'schema',
    'messageChannel',
    'user',
    'i18n',
    'resourceUrl',
    'contentAssetUrl',
    'customPermission',
    'userPermission',
    'client',
    'community',
    'site'
]);

export interface Import {
    readonly bundle: Bundle;
    readonly file: string;
    readonly specifier: string;
}

/** Every import and re-export of the emitted scripts, tests apart. */
export function importsOf(project: Project): Import[] {
    return project.bundles.flatMap((bundle) =>
        project.files
            .filter(
                (file) => file.startsWith(`${bundle.folder}/`) && file.endsWith('.js') && !file.includes('/__tests__/')
            )
            .flatMap((file) =>
                ts
                    .preProcessFile(project.text(file), true, true)
                    .importedFiles.map(({ fileName }) => ({ bundle, file, specifier: fileName }))
            )
    );
}

function fault(project: Project, { bundle, file, specifier }: Import): Omit<Problem, 'file'> | undefined {
    if (specifier === 'lwc') return undefined;
    if (specifier.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), specifier);
        return target.startsWith(`${bundle.folder}/`)
            ? undefined
            : { check: 'outside the bundle', message: `${specifier} leaves the bundle; import c/… instead.` };
    }
    const [scope, name, ...rest] = specifier.split('/');
    if (scope === 'c') {
        if (rest.length > 0)
            return { check: 'inside another bundle', message: `${specifier}: import c/${name}, its public face.` };
        return project.bundles.some((other) => other.name === name)
            ? undefined
            : { check: 'unknown component', message: `There is no bundle ${name} in force-app.` };
    }
    if (scope === 'lightning')
        return PLATFORM_MODULES.has(name ?? '') && rest.length === 0
            ? undefined
            : { check: 'unknown platform module', message: `${specifier} is not known; see scripts/validate.` };
    if (scope === '@salesforce' && SCOPES.has(name ?? '')) return undefined;
    if (scope === '@salesforce' && name === 'apex')
        return { check: 'Apex', message: `${specifier}: this project calls no Apex.` };
    return { check: 'npm import', message: `${specifier}: the platform gives no npm packages to a component.` };
}

export const knownImports: Check = (project) =>
    importsOf(project).flatMap((found) => {
        const seen = fault(project, found);
        return seen ? [{ ...seen, file: found.file }] : [];
    });
