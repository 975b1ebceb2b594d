import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readTrace } from '../local/genesys/trace.ts';
import type { TraceEntry } from '../local/genesys/trace.ts';
import { replayTrace } from '../local/replay/replayTrace.ts';
import type { Replayed } from '../local/replay/replayTrace.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
const AT = new Date('2026-01-15T09:00:00.000Z');

// Bundles name each other as on the platform.
registerHooks({
    resolve(specifier, context, next) {
        const bundle = /^c\/(\w+)$/.exec(specifier)?.[1];
        const [file] = bundle ? globSync(`force-app/*/lwc/${bundle}/${bundle}.ts`, { cwd: PROJECT }) : [];
        return file
            ? { url: pathToFileURL(path.join(PROJECT, file)).href, shortCircuit: true }
            : next(specifier, context);
    }
});
const { pseudonymise } = await import('../force-app/client-events/lwc/clientEventTrace/clientEventTrace.ts');

/** One after the other, a second apart: replaying each alone takes minutes. */
const TRACES = ['inbound-call', 'several-interactions', 'transferred-away', 'blind-transfer-out', 'chat', 'hostile'];

function joined(): readonly TraceEntry[] {
    return TRACES.reduce<readonly TraceEntry[]>((before, name) => {
        const file = path.join(PROJECT, 'local/genesys/traces', `${name}.json`);
        const reading = readTrace(readFileSync(file, 'utf8'));
        assert.ok('entries' in reading, name);
        const begin = (before.at(-1)?.atMs ?? 0) + 1000;
        return [...before, ...reading.entries.map(({ atMs, message }) => ({ atMs: begin + atMs, message }))];
    }, []);
}

/** What two traces of the same calls share: how many Tasks with which fields filled, writes, and problems. */
function shapeOf({ problems, tasks, writes }: Replayed): object {
    const filled = tasks.map((task) => Object.keys(task).filter((field) => task[field] !== null && task[field] !== ''));
    const codes = problems.map(({ attribute, code, field, reason }) => ({
        code,
        attribute,
        field,
        reason: String(reason).replaceAll(/"[^"]*"/g, '')
    }));
    return { tasks: filled, writes, problems: codes };
}

function replay(entries: readonly TraceEntry[]): Promise<Replayed> {
    return replayTrace(entries, { projectDir: PROJECT, user: 'agent', mode: 'own', at: AT });
}

test('a developer who shares a trace shares as many Tasks, writes and problems, with the same fields filled', async () => {
    const entries = joined();
    const original = await replay(entries);
    assert.ok(original.tasks.length >= TRACES.length, `${original.tasks.length} Tasks`);
    const shared = await replay(pseudonymise(entries, 'a salt'));
    assert.deepEqual(shapeOf(shared), shapeOf(original));
});
