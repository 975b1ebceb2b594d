/** The files of .github/workflows, as YAML reads them. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';

export interface Step {
    /** What stands behind `uses`, and the comment of its line. */
    readonly uses?: string;
    readonly comment?: string;
    readonly run?: string;
    readonly with: Readonly<Record<string, unknown>>;
}

export interface Job {
    readonly name: string;
    /** A workflow that it calls instead of steps. */
    readonly calls?: string;
    readonly permissions?: unknown;
    readonly minutes?: unknown;
    readonly steps: readonly Step[];
}

export interface Workflow {
    /** Its path relative to the project. */
    readonly file: string;
    readonly text: string;
    readonly events: readonly string[];
    readonly permissions?: unknown;
    readonly concurrency?: unknown;
    readonly jobs: readonly Job[];
}

const FOLDER = '.github/workflows';

const plain = (node: unknown): unknown => (node === undefined ? undefined : (node as Node).toJSON());
const membersOf = (map: YAMLMap | undefined): [string, unknown][] =>
    (map?.items ?? []).map(({ key, value }) => [String(plain(key)), value]);
const mapIn = (map: YAMLMap, name: string): YAMLMap | undefined => {
    const found = map.get(name, true) as unknown;
    return isMap(found) ? found : undefined;
};
const textIn = (map: YAMLMap, name: string): string | undefined => {
    const found = map.get(name);
    return typeof found === 'string' ? found : undefined;
};

function stepOf(map: YAMLMap): Step {
    const uses = map.get('uses', true);
    const run = textIn(map, 'run');
    return {
        with: (mapIn(map, 'with')?.toJSON() ?? {}) as Record<string, unknown>,
        ...(isScalar(uses) ? { uses: String(uses.value), comment: uses.comment?.trim() ?? '' } : {}),
        ...(run === undefined ? {} : { run })
    };
}

function jobOf(name: string, map: YAMLMap): Job {
    const steps = map.get('steps', true) as unknown;
    const calls = textIn(map, 'uses');
    return {
        name,
        permissions: plain(map.get('permissions', true)),
        minutes: plain(map.get('timeout-minutes', true)),
        steps: isSeq(steps) ? steps.items.filter((item) => isMap(item)).map(stepOf) : [],
        ...(calls === undefined ? {} : { calls })
    };
}

/** Throws where the text is no YAML, or no map. */
export function readWorkflow(file: string, text: string): Workflow {
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error) throw new Error(`${file}: ${error.message}`);
    const top = document.contents;
    if (!isMap(top)) throw new Error(`${file} is no map`);
    const on = plain(top.get('on', true));
    return {
        file,
        text,
        events: typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(on ?? {}),
        permissions: plain(top.get('permissions', true)),
        concurrency: plain(top.get('concurrency', true)),
        jobs: membersOf(mapIn(top, 'jobs')).flatMap(([name, job]) => (isMap(job) ? [jobOf(name, job)] : []))
    };
}

export function readWorkflows(root: string): Workflow[] {
    return readdirSync(path.join(root, FOLDER))
        .filter((file) => /\.ya?ml$/.test(file))
        .map((file) => readWorkflow(`${FOLDER}/${file}`, readFileSync(path.join(root, FOLDER, file), 'utf8')));
}
