import type { AgentDesk, DeskView } from 'c/agentDesk';
import type { SaveState } from 'c/taskSync';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnMoves, onMoves } from './moves.ts';

const drawing = (line: string): string => `# Any\n\n\`\`\`mermaid\nstateDiagram-v2\n    ${line}\n\`\`\`\n`;

test('a developer who draws a move of saving has it known, whatever is written beside it', () => {
    assert.deepEqual([...drawnMoves(drawing('[*] --> waiting: connected to the agent'))], ['[*] -> waiting']);
    assert.throws(() => drawnMoves('# Nothing is drawn'), /has no state diagram/);
});

test("a developer is told each move of a Task's state that an agent's desk shows, by the names of the drawing", () => {
    let save = { key: 'call-1', phase: 'waiting' } as SaveState;
    let listener = (): void => undefined;
    const desk = {
        onChange: (tell: () => void) => {
            listener = tell;
        },
        view: () => ({ interactions: [{ save }], earlier: [] }) as unknown as DeskView
    };
    const moves: string[] = [];
    onMoves(desk as unknown as AgentDesk, (move) => moves.push(move));
    for (const next of [
        {},
        { phase: 'saving' },
        { phase: 'saved', doubles: ['00T1'] },
        { phase: 'notSaved', failure: 'taskDeleted' }
    ]) {
        save = { ...save, ...next } as SaveState;
        listener();
        listener();
    }
    assert.deepEqual(moves, ['[*] -> waiting', 'waiting -> saving', 'saving -> doubled', 'doubled -> deleted']);
});
