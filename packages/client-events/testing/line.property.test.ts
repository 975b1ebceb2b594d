import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import fc from 'fast-check';
import { createLine } from './line.ts';
import type { Line } from './line.ts';

type Step = readonly ['carry' | 'drop' | 'duplicate' | 'reorder' | 'delay' | 'wait', number];

const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constant('carry' as const), fc.constant(1)) },
    fc.tuple(fc.constantFrom('drop' as const, 'duplicate' as const), fc.integer({ min: 1, max: 3 })),
    fc.tuple(fc.constant('reorder' as const), fc.integer({ min: 2, max: 4 })),
    fc.tuple(fc.constantFrom('delay' as const, 'wait' as const), fc.integer({ min: 0, max: 50 }))
);

/** What arrives, once the line is steady and every delay is over. */
function arrived(steps: readonly Step[]): { readonly sent: number; readonly came: readonly number[] } {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
        const came: number[] = [];
        let sent = 0;
        const line: Line = createLine((message) => came.push(message as number));
        for (const [what, count] of steps) {
            if (what === 'carry') line.carry((sent += 1));
            else if (what === 'wait') mock.timers.tick(count);
            else line[what](count);
        }
        line.steady();
        mock.timers.tick(1000);
        return { sent, came };
    } finally {
        mock.timers.reset();
    }
}

const asked = (steps: readonly Step[], fault: string): number =>
    steps.reduce((sum, [what, count]) => sum + (what === fault ? count : 0), 0);

test('whatever is slow or out of order, each message arrives once, unless it was told to be lost or doubled', () => {
    fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
            const { sent, came } = arrived(steps);
            const lost = sent - new Set(came).size;
            const doubled = came.length - new Set(came).size;
            assert.ok(lost <= asked(steps, 'drop'), `${lost} lost`);
            assert.ok(doubled <= asked(steps, 'duplicate'), `${doubled} doubled`);
            for (const message of came) assert.ok(message >= 1 && message <= sent);
        })
    );
});

test('without a fault that reorders or delays, messages arrive in order', () => {
    const inOrder = step.filter(([what]) => what !== 'reorder' && what !== 'delay');
    fc.assert(
        fc.property(fc.array(inOrder, { maxLength: 30 }), (steps) => {
            const { came } = arrived(steps);
            assert.deepEqual(
                came,
                came.toSorted((a, b) => a - b)
            );
        })
    );
});
