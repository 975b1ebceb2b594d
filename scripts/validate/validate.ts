/** Everything that can be known about a deployment without an org. */
import path from 'node:path';
import { completeBundles } from './bundles.ts';
import { platformCompile } from './compile.ts';
import { convert } from './convert.ts';
import { noApex, onlyJavaScriptIsDeployed } from './deployed.ts';
import { grants } from './grants.ts';
import { knownImports } from './imports.ts';
import { labels } from './labels.ts';
import { names } from './names.ts';
import { placements } from './placements.ts';
import type { Check, Problem, Project } from './problem.ts';
import { readProject } from './project.ts';
import { reports } from './reports.ts';
import { required } from './required.ts';
import { templates } from './templates.ts';
import { translations } from './translations/translations.ts';
import { wellFormedXml } from './xml.ts';

/** Quick checks that read files only. */
const OWN_CHECKS: readonly Check[] = [
    wellFormedXml,
    completeBundles,
    onlyJavaScriptIsDeployed,
    noApex,
    knownImports,
    templates,
    labels,
    translations,
    names,
    grants,
    reports,
    required,
    placements
];

export interface Verdict {
    readonly problems: readonly Problem[];
    readonly bundles: number;
    /** Metadata components in the converted package. */
    readonly components: number;
}

export async function faultsInFiles(project: Project): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (const check of OWN_CHECKS) problems.push(...(await check(project)));
    return problems;
}

/** Checks the project and converts it to `<root>/build/mdapi`. */
export async function validate(root: string): Promise<Verdict> {
    const project = readProject(root);
    const problems = [...(await faultsInFiles(project)), ...(await platformCompile(project))];
    const converted = await convert(project, path.join(root, 'build/mdapi'));
    return {
        problems: [...problems, ...converted.problems],
        bundles: project.bundles.length,
        components: converted.components
    };
}
