/** What makes a bundle complete. The platform's compiler takes most of these faults without a word (K16, K18). */
import { statSync } from 'node:fs';
import path from 'node:path';
import { elements, text, texts } from './metadata.ts';
import type { Bundle, Check, Problem, Project } from './problem.ts';
import { TARGETS } from './targets.ts';

export const LARGEST_FILE = 128 * 1024;

function metaProblems(project: Project, bundle: Bundle): Problem[] {
    const file = `${bundle.folder}/${bundle.name}.js-meta.xml`;
    if (!bundle.files.includes(`${bundle.name}.js-meta.xml`))
        return [{ check: 'no meta file', file, message: 'Every bundle needs one; without it nothing is deployed.' }];
    const meta = project.xml(file);
    if (!meta) return [];
    const [component] = elements(meta, 'LightningComponentBundle');
    const problems: Problem[] = [];
    const apiVersion = text(component, 'apiVersion');
    if (apiVersion !== project.apiVersion)
        problems.push({
            check: 'apiVersion',
            file,
            message: `apiVersion is ${apiVersion ?? 'missing'}; sfdx-project.json says ${project.apiVersion}.`
        });
    const targets = elements(component, 'targets').flatMap((list) => texts(list, 'target'));
    for (const target of targets)
        if (!TARGETS.has(target))
            problems.push({ check: 'unknown target', file, message: `Lightning knows no target ${target}.` });
    if (text(component, 'isExposed') === 'true' && targets.length === 0)
        problems.push({ check: 'no target', file, message: 'isExposed is true, but no target says where.' });
    return problems;
}

function fileProblems(project: Project, bundle: Bundle): Problem[] {
    return bundle.files.flatMap((name) => {
        const file = `${bundle.folder}/${name}`;
        if (name.endsWith('.css') && project.text(file).trim() === '')
            return [{ check: 'empty css', file, message: 'An org refuses an empty style sheet: delete the file.' }];
        const size = statSync(path.join(project.root, file)).size;
        if (!name.endsWith('.ts') && size > LARGEST_FILE)
            return [{ check: 'too large', file, message: `${size} bytes; an org takes at most ${LARGEST_FILE}.` }];
        return [];
    });
}

export const completeBundles: Check = (project) =>
    project.bundles.flatMap((bundle) => {
        const script = `${bundle.folder}/${bundle.name}.js`;
        const noScript = bundle.files.includes(`${bundle.name}.js`)
            ? []
            : [{ check: 'no script', file: script, message: `Write ${bundle.name}.ts, then run npm run build.` }];
        return [...noScript, ...metaProblems(project, bundle), ...fileProblems(project, bundle)];
    });
