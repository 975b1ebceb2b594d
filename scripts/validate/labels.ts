/** Custom labels: each that is imported exists where its package can see it, and each that exists is imported. */
import { importsOf } from './imports.ts';
import { elements, text } from './metadata.ts';
import { mayUse } from './packages.ts';
import type { Check, Problem, Project } from './problem.ts';

const LONGEST_NAME = 80;
const LONGEST_VALUE = 1000;

interface Label {
    readonly name: string;
    readonly value: string;
    readonly file: string;
    readonly package: string;
}

function labelsIn(project: Project): Label[] {
    return project.files
        .filter((file) => file.endsWith('.labels-meta.xml'))
        .flatMap((file) =>
            elements(project.xml(file), 'CustomLabels')
                .flatMap((root) => elements(root, 'labels'))
                .map((label) => ({
                    name: text(label, 'fullName') ?? '',
                    value: text(label, 'value') ?? '',
                    file,
                    package: file.split('/')[1] ?? ''
                }))
        );
}

function faultsOf({ name, value, file }: Label, labels: readonly Label[]): Problem[] {
    const problems: Problem[] = [];
    if (!/^Switchboard_\w+$/.test(name) || name.length > LONGEST_NAME)
        problems.push({
            check: 'label name',
            file,
            message: `${name}: use Switchboard_…, at most ${LONGEST_NAME} characters.`
        });
    if (value.length === 0 || value.length > LONGEST_VALUE)
        problems.push({
            check: 'label text',
            file,
            message: `${name}: the text has ${value.length} characters; an org takes 1 to ${LONGEST_VALUE}.`
        });
    if (labels.filter((other) => other.name === name).length > 1)
        problems.push({ check: 'label twice', file, message: `${name} is defined more than once.` });
    return problems;
}

export const labels: Check = (project) => {
    const defined = labelsIn(project);
    const used = new Set<string>();
    const problems: Problem[] = defined.flatMap((label) => faultsOf(label, defined));
    for (const { bundle, file, specifier } of importsOf(project)) {
        const reference = /^@salesforce\/label\/(.*)$/.exec(specifier)?.[1];
        if (reference === undefined) continue;
        const name = reference.replace(/^c\./, '');
        used.add(name);
        const label = defined.find((one) => one.name === name);
        if (!label || !reference.startsWith('c.'))
            problems.push({ check: 'unknown label', file, message: `No label file defines ${reference}.` });
        else if (!mayUse(bundle.package, label.package))
            problems.push({
                check: 'unknown label',
                file,
                message: `${reference} is in ${label.package}, which ${bundle.package} does not depend on.`
            });
    }
    for (const { name, file } of defined)
        if (!used.has(name)) problems.push({ check: 'unused label', file, message: `No component imports ${name}.` });
    return problems;
};
