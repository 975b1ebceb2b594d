import type { Locks, Storage, Submission, TaskSync } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { CALL, createTestEngine, FOLLOW, OWN, told } from '../../../../../test/ports/testEngine.ts';
import type { PagePorts, TestEngine } from '../../../../../test/ports/testEngine.ts';

/** A page that is killed at one of its calls to the outside, and calls nobody from then on. */
interface MortalPage {
    readonly ports: PagePorts;
    readonly calls: () => number;
    readonly isDead: () => boolean;
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** `dieAt`: the number of the call that is not made any more; a change of the org counts before and after its commit. */
function mortal({ storage, locks, reader, tasks }: TestEngine, dieAt: number): MortalPage {
    let calls = 0;
    const lives = (): boolean => {
        calls += calls < dieAt ? 1 : 0;
        return calls < dieAt;
    };
    const ports: PagePorts = {
        storage: {
            keys: () => storage.keys(),
            get: (key) => storage.get(key),
            set: (key, value) => (lives() ? storage.set(key, value) : undefined),
            remove: (key) => (lives() ? storage.remove(key) : undefined)
        } satisfies Storage,
        locks: {
            ifFree: <T>(name: string, run: () => Promise<T>) => (lives() ? locks.ifFree(name, run) : never<T>()),
            hold: (name, over) => (lives() ? locks.hold(name, over) : never())
        } satisfies Locks,
        reader: { query: (document, variables) => (lives() ? reader.query(document, variables) : never()) }
    };
    jest.mocked(executeMutation).mockImplementation(async (mutation) => {
        if (!lives()) {
            return never();
        }
        const answer = await tasks.mutate(mutation);
        return lives() ? answer : never();
    });
    return { ports, calls: () => calls, isDead: () => calls >= dieAt };
}

const ENDED_AT = '2026-01-15T09:00:10.000Z';
const STEPS: readonly Submission[] = [
    told({ Queue__c: 'Sales' }),
    told({ Queue__c: 'Sales', Acd__c: 3 }, { urgency: 'detail' }),
    told({ Queue__c: 'Support', Acd__c: 4 }, { disconnectedAt: ENDED_AT }),
    told({ Queue__c: 'Support', Acd__c: 4, Wrap__c: 'Sold' }, { disconnectedAt: ENDED_AT, wrappedUp: true })
];
const LAST = { Subject: 'Call', Queue__c: 'Support', Acd__c: 4, Wrap__c: 'Sold' };

/** The whole call, with a page that dies at its n-th call and another that takes up where it was. */
async function callWithDeathAt(engine: TestEngine, dieAt: number): Promise<{ died: boolean }> {
    const first = mortal(engine, dieAt);
    let page: TaskSync = engine.open(first.ports);
    let died = false;

    function reload(): void {
        if (!died && first.isDead()) {
            died = true;
            page.close();
            engine.locks.held.clear();
            jest.mocked(executeMutation).mockImplementation(engine.tasks.mutate);
            page = engine.open();
            page.recover();
        }
    }

    for (const step of STEPS) {
        reload();
        page.submit(CALL, step);
        if (first.isDead() && !died) {
            // The phone tells the new page what is going on.
            reload();
            page.submit(CALL, step);
        }
        await engine.clock.pass(3_000);
    }
    reload();
    await engine.clock.pass(600_000);
    reload();
    await engine.clock.pass(600_000);
    expect(page.hasUnsaved()).toBe(false);
    return { died };
}

describe.each([
    ['own', OWN, false],
    ['own, with the key field', OWN, true],
    ['follow', FOLLOW, false],
    ['follow, with the key field', FOLLOW, true]
] as const)('in %s mode', (_mode, settings, withKey) => {
    it('a page that is killed at any call to the outside leaves one Task with the last values', async () => {
        const whole = createTestEngine(settings, withKey);
        const alive = mortal(whole, Infinity);
        const page = whole.open(alive.ports);
        for (const step of STEPS) {
            page.submit(CALL, step);
            await whole.clock.pass(3_000);
        }
        await whole.clock.pass(600_000);
        const calls = alive.calls();
        expect(calls).toBeGreaterThan(20);

        const broken: string[] = [];
        for (let dieAt = 1; dieAt <= calls; dieAt += 1) {
            const engine = createTestEngine(settings, withKey);
            const { died } = await callWithDeathAt(engine, dieAt);
            expect(died).toBe(true);
            const rows = engine.tasks.rows.map(({ Subject, Queue__c, Acd__c, Wrap__c }) => ({
                Subject,
                Queue__c,
                Acd__c,
                Wrap__c
            }));
            if (JSON.stringify(rows) !== JSON.stringify([LAST])) {
                broken.push(`killed at call ${dieAt}: ${JSON.stringify(rows)}`);
            }
        }
        expect(broken).toEqual([]);
    });
});

it('an ordinary call costs three writes and no more', async () => {
    const engine = createTestEngine(OWN);
    const page = engine.open();
    for (const step of STEPS) {
        page.submit(CALL, step);
        await engine.clock.pass(3_000);
    }
    await engine.clock.pass(600_000);
    expect(engine.sent()).toHaveLength(3);
});

it('what five tabs hear between the write of one and the turns of the others waits for the next step', async () => {
    const engine = createTestEngine(OWN);
    const pages = [1, 2, 3, 4, 5].map(() => engine.open());
    const tell = (step: Submission): void => pages.forEach((page) => page.submit(CALL, step));
    for (const page of pages) {
        page.submit(CALL, told({ Queue__c: 'Sales' }));
        await engine.clock.pass(40);
    }
    await engine.clock.pass(310);
    expect(engine.sent()).toHaveLength(1);
    tell(told({ Queue__c: 'Sales', Acd__c: 3 }, { urgency: 'detail' }));
    await engine.clock.pass(60_000);
    expect(engine.sent()).toHaveLength(1);
    expect(engine.onlyTask()).not.toHaveProperty('Acd__c');
    tell(told({ Queue__c: 'Sales', Acd__c: 3 }, { disconnectedAt: ENDED_AT }));
    await engine.clock.pass(60_000);
    expect(engine.sent()).toHaveLength(2);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Sales', Acd__c: 3 });
});

it('five tabs that hear the same write no more than one', async () => {
    const engine = createTestEngine(OWN);
    const pages = [1, 2, 3, 4, 5].map(() => engine.open());
    for (const step of STEPS) {
        for (const page of pages) {
            page.submit(CALL, step);
            await engine.clock.pass(40);
        }
        await engine.clock.pass(5_000);
        for (const page of pages) {
            page.submit(CALL, { ...step, urgency: 'detail', attributes: {} });
        }
    }
    await engine.clock.pass(600_000);
    expect(engine.sent()).toHaveLength(3);
    expect(pages.map((page) => page.state(CALL)?.phase)).toEqual(Array(5).fill('saved'));
});
