import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import type { TaskWriter } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestTasks } from '../../../../../test/ports/testTasks.ts';
import { createTestReader } from './testReader.ts';
import type { TestAnswers } from './testReader.ts';
import { createTestTransport } from './testTransport.ts';
import type { TestTransport } from './testTransport.ts';

export interface TestPage {
    readonly desk: AgentDesk;
    readonly phone: TestTransport;
}

export interface TestPhone {
    readonly vendor?: string;
    readonly writesTasks?: boolean;
    readonly callRecords?: boolean;
}

export interface TestBrowser {
    readonly clock: ReturnType<typeof createTestClock>;
    readonly answers: TestAnswers;
    readonly storage: ReturnType<typeof createMemoryStorage>;
    /** The Tasks that the org has. */
    readonly rows: ReturnType<typeof createTestTasks>['rows'];
    /** The org takes what it is given, as it does from the beginning. */
    saves(): void;
    /** A page, in a tab of its own, with a phone of its own. */
    open(userId?: string, phone?: TestPhone): TestPage;
}

const phoneWriter: TaskWriter = {
    save: () => Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] })
};

/** One org and one browser, whose tabs share the storage. The org keeps what it is given by `executeMutation`. */
export function testBrowser(): TestBrowser {
    const clock = createTestClock();
    const tasks = createTestTasks(clock);
    const reader = createTestReader(tasks);
    const saves = (): void => {
        jest.mocked(executeMutation).mockReset().mockImplementation(tasks.mutate);
    };
    saves();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    return {
        clock,
        answers: reader.answers,
        storage,
        rows: tasks.rows,
        saves,
        open(
            userId = '005000000000001AAA',
            { vendor = 'test', writesTasks = true, callRecords = false }: TestPhone = {}
        ): TestPage {
            const phone = createTestTransport(clock.now, vendor);
            const desk = createAgentDesk({
                transport: phone,
                reader,
                ...(writesTasks ? { phoneWriter } : {}),
                callRecords,
                userId,
                org: 'acme',
                reading: { locale: 'en-US', timeZone: 'UTC' },
                storage,
                clock,
                locks
            });
            return { desk, phone };
        }
    };
}
