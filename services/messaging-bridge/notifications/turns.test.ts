import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { createTurns } from './turns.ts';

/** Looks again and again, for at most a minute. */
async function until(isSo: () => boolean): Promise<void> {
    for (const since = performance.now(); !isSo(); await wait(1))
        assert.ok(performance.now() - since < 60_000, 'waited a minute in vain');
}

const quiet = { onFailure: () => undefined, waitMs: () => 1 };

test('a developer who tells of one name has its work done one at a time, and others’ meanwhile', async () => {
    const running = new Set<string>();
    const failures: unknown[] = [];
    let [done, most] = [0, 0];
    const turns = createTurns<number>({
        ...quiet,
        onFailure: (error) => failures.push(error),
        atOnce: 2,
        async work(name) {
            assert.ok(!running.has(name), `${name} is done twice at once`);
            running.add(name);
            most = Math.max(most, running.size);
            await wait(2);
            running.delete(name);
            done += 1;
        }
    });
    for (const name of ['a', 'a', 'b', 'c', 'a', 'b', 'c']) turns.add(name, 1);
    await until(() => done === 5);
    await turns.close();
    assert.equal(most, 2);
    assert.deepEqual(failures, []);
});

test('what was told last is what is done, and what is told goes before what is only asked', async () => {
    const done: (string | number | undefined)[][] = [];
    const turns = createTurns<number>({
        ...quiet,
        atOnce: 1,
        async work(name, told) {
            done.push([name, told]);
            await wait(1);
        }
    });
    turns.add('first', 0);
    for (const name of ['asked', 'told']) turns.add(name);
    turns.add('told', 1);
    turns.add('told', 2);
    await until(() => done.length === 4);
    await turns.close();
    assert.deepEqual(done, [
        ['first', 0],
        ['told', 2],
        ['asked', undefined],
        ['told', undefined]
    ]);
});

test('what failed is asked again, whatever was told meanwhile, and others do not wait for it', async () => {
    const done: string[] = [];
    const failures: unknown[] = [];
    let left = 2;
    const turns = createTurns<number>({
        atOnce: 1,
        waitMs: (failed) => failed * 10,
        onFailure: (error) => failures.push(error),
        async work(name, told) {
            if (name === 'a' && left-- > 0) throw new Error('no answer');
            done.push(`${name} ${told}`);
        }
    });
    turns.add('a', 1);
    await wait(2);
    turns.add('a', 2);
    turns.add('b', 3);
    await until(() => done.length === 2);
    await turns.close();
    assert.deepEqual(done, ['b 3', 'a undefined']);
    assert.equal(failures.length, 2);
});

test('after its end nothing is begun any more, and what was begun has ended', async () => {
    let ended = 0;
    const turns = createTurns<number>({
        ...quiet,
        atOnce: 1,
        async work() {
            await wait(5);
            ended += 1;
        }
    });
    turns.add('a', 1);
    turns.add('b', 1);
    await turns.close();
    assert.equal(ended, 1);
    turns.add('c', 1);
    await wait(15);
    assert.equal(ended, 1);
});

test('however work fails, each name is worked on after the last that was told of it', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 30 }),
            fc.array(fc.boolean(), { maxLength: 20 }),
            async (told, fails) => {
                const latest = new Map<string, number>();
                const reached = new Map<string, number>();
                const turns = createTurns<number>({
                    ...quiet,
                    atOnce: 2,
                    async work(name, known) {
                        // Whoever asks learns what is so now.
                        const reaches = known ?? latest.get(name) ?? 0;
                        await wait(0);
                        if (fails.pop() === true) throw new Error('no answer');
                        reached.set(name, Math.max(reached.get(name) ?? 0, reaches));
                    }
                });
                for (const [at, [name, pauses]] of told.entries()) {
                    latest.set(name, at);
                    turns.add(name, at);
                    if (pauses) await wait(0);
                }
                await until(() => [...latest].every(([name, last]) => reached.get(name) === last));
                await turns.close();
                assert.deepEqual([...reached].sort(), [...latest].sort());
            }
        ),
        { numRuns: 60 }
    );
});
