import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestReader } from './testReader.ts';
import type { TestAnswers } from './testReader.ts';
import { createTestTransport } from './testTransport.ts';
import type { TestTransport } from './testTransport.ts';

export interface TestPage {
    readonly desk: AgentDesk;
    readonly phone: TestTransport;
}

export interface TestBrowser {
    readonly clock: ReturnType<typeof createTestClock>;
    readonly answers: TestAnswers;
    readonly storage: ReturnType<typeof createMemoryStorage>;
    /** A page, in a tab of its own, with a phone of its own. */
    open(userId?: string): TestPage;
}

/** One org and one browser, whose tabs share the storage. What the org is to save it takes by `executeMutation`. */
export function testBrowser(): TestBrowser {
    const clock = createTestClock();
    const reader = createTestReader();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    return {
        clock,
        answers: reader.answers,
        storage,
        open(userId = '005000000000001AAA'): TestPage {
            const phone = createTestTransport(clock.now);
            const desk = createAgentDesk({
                transport: phone,
                reader,
                phoneWriter: {
                    save: () => Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] })
                },
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

/** What Salesforce answers to each write that goes well. */
export const SAVED = {
    data: { uiapi: { TaskCreate: { Record: { Id: '00T1' } }, TaskUpdate: { Record: { Id: '00T1' } } } }
};
