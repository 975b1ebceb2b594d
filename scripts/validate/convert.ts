/** The project as a Metadata API package: the tree that a deployment would send. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import '../sf/noLogFile.ts';
import { ComponentSet, ForceIgnore, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { Problem, Project } from './problem.ts';

interface SourceComponent {
    readonly xml?: string;
    walkContent(): string[];
    getChildren(): SourceComponent[];
}

const filesOf = (component: SourceComponent): string[] => [
    ...(component.xml ? [component.xml] : []),
    ...component.walkContent(),
    ...component.getChildren().flatMap(filesOf)
];

/** Files that a deployment would silently leave out: a wrong folder, a misspelt ending. */
function leftOut(project: Project, components: readonly SourceComponent[]): Problem[] {
    const ignored = ForceIgnore.findAndCreate(project.root);
    const taken = new Set(components.flatMap(filesOf));
    return project.files
        .map((file) => ({ file, absolute: path.join(project.root, file) }))
        .filter(({ absolute }) => ignored.accepts(absolute) && !taken.has(absolute))
        .map(({ file }) => ({
            check: 'left out',
            file,
            message: 'No metadata type takes this file; it is not deployed.'
        }));
}

export interface Converted {
    readonly components: number;
    readonly problems: readonly Problem[];
}

/** Converts force-app into `folder`, which is emptied first. */
export async function convert(project: Project, folder: string): Promise<Converted> {
    rmSync(folder, { recursive: true, force: true });
    const check = 'conversion';
    try {
        const set = ComponentSet.fromSource(path.join(project.root, 'force-app'));
        set.sourceApiVersion = project.apiVersion;
        await new MetadataConverter().convert(set, 'metadata', {
            type: 'directory',
            outputDirectory: folder,
            genUniqueDir: false
        });
        const unwanted = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
            (entry) => entry.isFile() && /\.ts$|\.tsbuildinfo$|\.map$/.test(entry.name)
        );
        const components = set.getSourceComponents().toArray();
        const problems = unwanted.map((entry) => ({
            check: 'TypeScript deployed',
            file: entry.name,
            message: 'It got into the package; .forceignore must name it.'
        }));
        return { components: components.length, problems: [...problems, ...leftOut(project, components)] };
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { components: 0, problems: [{ check, file: 'force-app', message }] };
    }
}
