/** What a workflow of a public repository must not do, and what of it would fail. */
import type { Job, Step, Workflow } from './workflows.ts';

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const VERSION = /^v\d+\.\d+\.\d+$/;
/** What may be written, and only by a job that runs nothing of ours. */
const WRITES = ['contents', 'id-token', 'attestations'];
/** With these, code of a stranger's pull request would run with the rights of this repository. */
const EVENTS = ['pull_request_target', 'workflow_run', 'issue_comment'];
const PROGRAMS = ['sha256sum', 'gh'];
const NPM = /^(?:taskset --cpu-list [\d,]+ )?npm (?:(ci|test)|run (?:--\w+ )*([\w:-]+))(?: |$)/;

function faultsOfAction({ uses = '', comment = '', with: given }: Step, pins: Map<string, string>): string[] {
    if (!PINNED.test(uses)) return [`"${uses}" is not pinned: name the commit by its 40 digits, as owner/name@COMMIT`];
    const [action = '', commit = ''] = uses.split('@');
    const other = pins.get(action);
    pins.set(action, commit);
    return [
        ...(VERSION.test(comment) ? [] : [`${action} lacks its version: write "# v1.2.3" behind the commit`]),
        ...(other === undefined || other === commit ? [] : [`${action} is pinned to two commits`]),
        ...(action === 'actions/checkout' && given['persist-credentials'] !== false
            ? ['actions/checkout keeps its token: write "persist-credentials: false"']
            : [])
    ];
}

function faultsOfCommand(line: string, scripts: ReadonlySet<string>): string[] {
    if (PROGRAMS.includes(line.split(' ')[0] ?? '')) return [];
    const [found, own, name] = NPM.exec(line) ?? [];
    if (found === undefined) return [`"${line}" is neither an npm command nor one of ${PROGRAMS.join(', ')}`];
    return own !== undefined || scripts.has(name ?? '') ? [] : [`npm run ${name} is no command of package.json`];
}

function faultsOfRun({ run = '' }: Step, scripts: ReadonlySet<string>): string[] {
    if (run.includes('${{')) return [`"${run.trim()}" has an expression in it: give it by "env"`];
    const lines = run.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '').flatMap((line) => faultsOfCommand(line, scripts));
}

function faultsOfRights({ name, permissions, steps }: Job): string[] {
    if (permissions === undefined) return [];
    if (typeof permissions !== 'object' || permissions === null) return [`job ${name} takes every right`];
    const writes = Object.entries(permissions).filter(([, right]) => right === 'write');
    const wrong = writes.filter(([what]) => !WRITES.includes(what)).map(([what]) => `job ${name} may write ${what}`);
    const runsOurs = steps.some(
        ({ run = '', uses = '' }) => /\bnpm\b/.test(run) || uses.startsWith('actions/checkout')
    );
    return writes.length > 0 && runsOurs ? [...wrong, `job ${name} may write and runs what npm installed`] : wrong;
}

function faultsOfJob(job: Job, pins: Map<string, string>, scripts: ReadonlySet<string>, files: string[]): string[] {
    const called = job.calls?.replace(/^\.\//, '');
    if (called !== undefined)
        return files.includes(called) ? [] : [`job ${job.name} calls ${job.calls}, which is not there`];
    return [
        ...(typeof job.minutes === 'number' ? [] : [`job ${job.name} has no timeout-minutes`]),
        ...faultsOfRights(job),
        ...job.steps.flatMap((step) => [
            ...(step.uses === undefined ? [] : faultsOfAction(step, pins)),
            ...faultsOfRun(step, scripts)
        ])
    ];
}

/** Sentences, each beginning with the file. `scripts` are the names in package.json. */
export function workflowFaults(workflows: readonly Workflow[], scripts: ReadonlySet<string>): string[] {
    const pins = new Map<string, string>();
    const files = workflows.map(({ file }) => file);
    return workflows.flatMap((workflow) => {
        const { concurrency, events, file, jobs, permissions, text } = workflow;
        return [
            ...events.filter((event) => EVENTS.includes(event)).map((event) => `it runs on ${event}`),
            ...(JSON.stringify(permissions) === '{"contents":"read"}'
                ? []
                : ['its rights are not "contents: read" alone']),
            ...(concurrency === undefined ? ['it has no concurrency'] : []),
            ...(/\bsecrets\b/.test(text) ? ['it names a secret: nothing here needs one'] : []),
            ...jobs.flatMap((job) => faultsOfJob(job, pins, scripts, files))
        ].map((what) => `${file}: ${what}`);
    });
}
