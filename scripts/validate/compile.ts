/** Every bundle through the compiler that the platform itself runs. */
import { createRequire } from 'node:module';
import type { Bundle, Check, Problem, Project } from './problem.ts';

interface Diagnostic {
    readonly message: string;
    readonly filename?: string;
    readonly level?: number;
    readonly location?: { readonly line?: number };
}

interface Compiler {
    compile(input: object): Promise<{ readonly success: boolean; readonly diagnostics: readonly Diagnostic[] }>;
}

function sourcesOf(project: Project, bundle: Bundle): Record<string, string> {
    const prefix = `${bundle.folder}/`;
    return Object.fromEntries(
        project.files
            .filter((file) => file.startsWith(prefix) && /\.(js|html|css)$/.test(file) && !file.includes('/__tests__/'))
            .map((file) => [file.slice(prefix.length), project.text(file)])
    );
}

async function compileOne(project: Project, bundle: Bundle, compiler: Compiler): Promise<Problem[]> {
    const apiVersion = Number.parseInt(project.apiVersion, 10);
    const file = bundle.folder;
    const check = 'platform compiler';
    try {
        const result = await compiler.compile({
            bundle: {
                namespace: 'c',
                name: bundle.name,
                type: 'platform',
                files: sourcesOf(project, bundle),
                apiVersion
            },
            outputConfigs: [{ minify: false, apiVersion, env: { NODE_ENV: 'production' } }]
        });
        const problems = result.diagnostics.map(({ filename, location, message }) => ({
            check,
            file: `${file}/${filename ?? ''}`,
            message: `${location?.line ? `Line ${location.line}: ` : ''}${message}`
        }));
        if (!result.success && problems.length === 0)
            return [{ check, file, message: 'It refuses the bundle and does not say why.' }];
        return problems;
    } catch (error) {
        // Some faults, such as a misspelt scope, make it throw instead of report (K19).
        return [{ check, file, message: error instanceof Error ? error.message : String(error) }];
    }
}

export const platformCompile: Check = async (project) => {
    const compiler = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler') as Compiler;
    const problems: Problem[] = [];
    for (const bundle of project.bundles) problems.push(...(await compileOne(project, bundle, compiler)));
    return problems;
};
