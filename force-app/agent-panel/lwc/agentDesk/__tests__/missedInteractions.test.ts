import type { InteractionFacts } from 'c/interactions';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestTasks } from '../../../../../test/ports/testTasks.ts';
import { createAgentDesk } from 'c/agentDesk';
import { ENDED, RINGING, TALKING } from './testCalls.ts';
import { createTestReader } from './testReader.ts';
import { createTestTransport } from './testTransport.ts';

const MISSED: InteractionFacts = { ...RINGING, state: 'disconnected', disconnected: true, done: true };

function openWith(settings: Readonly<Record<string, unknown>>): {
    clock: ReturnType<typeof createTestClock>;
    tasks: ReturnType<typeof createTestTasks>;
    phone: ReturnType<typeof createTestTransport>;
} {
    const clock = createTestClock();
    const tasks = createTestTasks(clock);
    const reader = createTestReader(tasks);
    reader.answers.settings = {
        DeveloperName: 'Default',
        Coalesce_Milliseconds__c: 500,
        Follow_Seconds__c: 60,
        Write_Mode__c: 'own',
        ...settings
    };
    jest.mocked(executeMutation).mockReset().mockImplementation(tasks.mutate);
    const phone = createTestTransport(clock.now);
    createAgentDesk({
        transport: phone,
        reader,
        phoneWriter: { save: () => Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] }) },
        userId: '005000000000001AAA',
        org: 'acme',
        reading: { locale: 'en-US', timeZone: 'UTC' },
        storage: createMemoryStorage(),
        clock,
        locks: createTestLocks()
    });
    return { clock, tasks, phone };
}

it('a call that the agent missed leaves no Task unless the admin wants it', async () => {
    const { clock, tasks, phone } = openWith({});
    await clock.pass(1_000);
    phone.describe('call-1', RINGING);
    phone.describe('call-1', MISSED);
    await clock.pass(300_000);
    expect(tasks.rows).toEqual([]);
});

it.each(['own', 'follow'])('an admin who wants missed calls logged gets one Task that says so (%s)', async (mode) => {
    const { clock, tasks, phone } = openWith({ Write_Mode__c: mode, Log_Missed__c: true });
    await clock.pass(1_000);
    phone.describe('call-1', RINGING);
    await clock.pass(5_000);
    expect(tasks.rows).toEqual([]);
    phone.describe('call-1', MISSED);
    await clock.pass(300_000);
    expect(tasks.rows).toHaveLength(1);
    expect(tasks.rows[0]).toMatchObject({
        Subject: expect.stringMatching(/^Missed: Call 1\/15\/2026/) as string,
        Status: 'Completed',
        CallType: 'Inbound',
        Queue__c: 'Sales'
    });
});

it('a call that rang twice at the same agent is one missed call', async () => {
    const { clock, tasks, phone } = openWith({ Log_Missed__c: true });
    await clock.pass(1_000);
    for (let time = 0; time < 2; time += 1) {
        phone.describe('call-1', RINGING);
        await clock.pass(2_000);
        phone.describe('call-1', MISSED);
        await clock.pass(60_000);
    }
    expect(tasks.rows).toHaveLength(1);
});

it('a call that nobody answered at the other end is told as not reached', async () => {
    const { clock, tasks, phone } = openWith({ Log_Missed__c: true });
    await clock.pass(1_000);
    phone.describe('call-1', { ...RINGING, state: 'dialing', direction: 'outbound' });
    phone.describe('call-1', { ...MISSED, direction: 'outbound' });
    await clock.pass(5_000);
    expect(tasks.rows[0]?.Subject).toMatch(/^Not reached: Call/);
});

it('a call that was answered is no missed call', async () => {
    const { clock, tasks, phone } = openWith({ Log_Missed__c: true });
    await clock.pass(1_000);
    for (const facts of [RINGING, TALKING, { ...ENDED, done: true }]) {
        phone.describe('call-1', facts);
        await clock.pass(2_000);
    }
    await clock.pass(300_000);
    expect(tasks.rows.map(({ Subject }) => Subject)).toEqual([expect.stringMatching(/^Call /)]);
});

it('in phone mode the phone logs what it wants', async () => {
    const { clock, tasks, phone } = openWith({ Write_Mode__c: 'phone', Log_Missed__c: true });
    await clock.pass(1_000);
    phone.describe('call-1', RINGING);
    phone.describe('call-1', MISSED);
    await clock.pass(300_000);
    expect(tasks.rows).toEqual([]);
});
