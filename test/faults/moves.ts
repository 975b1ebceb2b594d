import type { AgentDesk } from 'c/agentDesk';
import type { SaveState } from 'c/taskSync';
import { readFileSync } from 'node:fs';

const DRAWING = new URL('../../docs/architecture.md', import.meta.url);
const START = '[*]';

/** `from -> to`, as the drawing in docs/architecture.md has it. */
export function drawnMoves(text = readFileSync(DRAWING, 'utf8')): ReadonlySet<string> {
    const [, drawing = ''] = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(text) ?? [];
    const moves = [...drawing.matchAll(/^ *([^ :]+) --> ([^ :]+)/gm)].map(([, from, to]) => `${from} -> ${to}`);
    if (moves.length === 0) throw new Error('docs/architecture.md has no state diagram of saving one Task');
    return new Set(moves);
}

/** Tells how the state of each Task changes that the desk shows. */
export function onMoves(desk: AgentDesk, told: (move: string) => void): void {
    const before = new Map<string, string>();
    desk.onChange(() => {
        const { interactions, earlier } = desk.view();
        for (const save of [...interactions.flatMap((one) => one.save ?? []), ...earlier]) {
            const from = before.get(save.key) ?? START;
            const to = stateOf(save);
            before.set(save.key, to);
            if (from !== to) told(`${from} -> ${to}`);
        }
    });
}

/** By the names of the drawing. */
function stateOf({ phase, failure, doubles = [] }: SaveState): string {
    if (phase === 'notSaved' && failure === 'taskDeleted') return 'deleted';
    return phase === 'saved' && doubles.length > 0 ? 'doubled' : phase;
}
