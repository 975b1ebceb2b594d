import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import type { InteractionFacts } from 'c/interactions';
import type { OrgReader } from 'c/orgReader';
import type { SaveRequest, TaskWriter } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestTasks } from '../../../../../test/ports/testTasks.ts';
import type { TaskRow, TestTasks } from '../../../../../test/ports/testTasks.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';
import { createTestReader, rule } from './testReader.ts';
import type { TestAnswers } from './testReader.ts';
import { createTestTransport } from './testTransport.ts';
import type { TestTransport } from './testTransport.ts';

const mutate = jest.mocked(executeMutation);

const DONE: InteractionFacts = { ...ENDED, done: true };
const CONNECTED_LATE: InteractionFacts = { ...TALKING, connectedTime: '2026-01-15T09:00:02.900Z' };
const PHONE_MODE = { DeveloperName: 'Default', Write_Mode__c: 'phone' };
const FOLLOW_MODE = {
    DeveloperName: 'Default',
    Write_Mode__c: 'follow',
    Coalesce_Milliseconds__c: 500,
    Follow_Seconds__c: 60
};

interface Page {
    readonly desk: AgentDesk;
    readonly phone: TestTransport;
}

/** One org that takes `latencyMs` for a write, one browser; `open` opens a page with a phone of its own. */
function setUp({ hasKeyField = false, latencyMs = 0 } = {}): {
    clock: ReturnType<typeof createTestClock>;
    answers: TestAnswers;
    tasks: TaskRow[];
    handed: SaveRequest[];
    open(): Page;
} {
    const clock = createTestClock();
    const { answers, query } = createTestReader();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const tasks = createTestTasks(clock, hasKeyField);
    const handed: SaveRequest[] = [];
    if (hasKeyField) {
        answers.fields.SwitchboardKey__c = 'String';
    }
    mutate.mockReset();
    mutate.mockImplementation(async (mutation) => {
        if (latencyMs > 0) {
            await new Promise<void>((resolve) => clock.after(latencyMs, resolve));
        }
        return tasks.mutate(mutation);
    });
    const reader = withTasks(query, tasks);
    const phoneWriter: TaskWriter = {
        save(_key, request) {
            handed.push(request);
            return Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] });
        }
    };
    const open = (): Page => {
        const phone = createTestTransport(clock.now);
        const desk = createAgentDesk({
            transport: phone,
            reader,
            phoneWriter,
            userId: '005000000000001AAA',
            org: 'acme',
            reading: { locale: 'en-US', timeZone: 'UTC' },
            storage,
            clock,
            locks
        });
        return { desk, phone };
    };
    return { clock, answers, tasks: tasks.rows, handed, open };
}

/** The org finds Tasks even while it does not tell its setup. */
function withTasks(query: OrgReader['query'], tasks: TestTasks): OrgReader {
    return {
        async query(document, variables = {}): Promise<unknown> {
            if (!String(document).includes('SwitchboardFindTask')) {
                return query(document, variables);
            }
            await Promise.resolve();
            return tasks.find(variables);
        }
    };
}

/** The phone tells that a ringing call is connected, first with its id alone and `laterMs` after that wholly. */
async function connectInPieces(
    phone: TestTransport,
    clock: ReturnType<typeof createTestClock>,
    laterMs: number
): Promise<void> {
    phone.describe('call-1', RINGING);
    await clock.pass(3_000);
    phone.tell({
        kind: 'mentioned',
        at: new Date(clock.now()).toISOString(),
        id: 'call-1',
        facts: { connected: true }
    });
    await clock.pass(laterMs);
    phone.describe('call-1', CONNECTED_LATE);
}

describe('a connection that the phone tells in pieces', () => {
    it.each([
        ['with the key field', { hasKeyField: true }, 6],
        ['without the key field', {}, 6],
        ['when the rest comes two seconds later', { hasKeyField: true }, 2_000],
        ['in an org that needs 200 ms to create one', { latencyMs: 200 }, 6]
    ])('the agent gets one Task for it, %s', async (_what, org, laterMs) => {
        const { clock, tasks, open } = setUp(org);
        await connectInPieces(open().phone, clock, laterMs);
        await clock.pass(5_000);
        expect(tasks).toHaveLength(1);
    });

    it('the agent gets one Task when the participant is known only after a reload', async () => {
        const { clock, tasks, open } = setUp({ hasKeyField: true });
        const before = open();
        before.phone.describe('call-1', TALKING);
        await clock.pass(5_000);
        before.desk.close();
        open().phone.describe('call-1', { ...TALKING, participantId: 'participant-1' });
        await clock.pass(5_000);
        expect(tasks).toHaveLength(1);
    });

    it('the agent is left with no call that waits for ever in follow mode', async () => {
        const { clock, answers, open } = setUp();
        answers.settings = FOLLOW_MODE;
        const { desk, phone } = open();
        await connectInPieces(phone, clock, 6);
        await clock.pass(60_000);
        phone.describe('call-1', { ...DONE, connectedTime: CONNECTED_LATE.connectedTime });
        await clock.pass(600_000);
        expect(desk.view().earlier).toEqual([]);
    });
});

describe('two pages that know not the same', () => {
    it('the agent keeps what only the page heard that may not read the mapping', async () => {
        const { clock, answers, tasks, open } = setUp();
        const knowing = open();
        await clock.pass(1_000);
        answers.offline = true;
        const blind = open();
        await clock.pass(100);
        blind.phone.describe('call-1', TALKING);
        blind.phone.describe('call-1', { ...DONE, wrapUpCode: 'Sold' });
        knowing.phone.describe('call-1', TALKING);
        knowing.desk.close();
        blind.desk.close();
        answers.offline = false;
        open();
        await clock.pass(60_000);
        expect(tasks).toHaveLength(1);
        expect(tasks[0]).toMatchObject({ Wrap__c: 'Sold' });
    });

    it.each([
        ['which hears the call too', true],
        ['which never heard the call', false]
    ])('what a page heard that may not read the mapping goes out in one write of another, %s', async (_who, hears) => {
        const { clock, answers, tasks, open } = setUp();
        const knowing = open();
        await clock.pass(1_000);
        answers.offline = true;
        const blind = open();
        await clock.pass(100);
        if (hears) {
            knowing.phone.describe('call-1', TALKING);
        }
        blind.phone.describe('call-1', TALKING);
        blind.phone.describe('call-1', { ...DONE, wrapUpCode: 'Sold' });
        blind.desk.close();
        await clock.pass(130_000);
        expect(tasks).toMatchObject([{ Queue__c: 'Sales', Wrap__c: 'Sold' }]);
        expect(mutate).toHaveBeenCalledTimes(1);
    });

    it('the agent is told what was left out of a Task whose card the next part has taken', async () => {
        const { clock, answers, open } = setUp();
        answers.rules = [rule('Call.QueueName', 'Gone__c')];
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        phone.describe('call-1', ENDED);
        phone.describe('call-1', RINGING);
        await clock.pass(5_000);
        expect(desk.view().earlier).toEqual([
            expect.objectContaining({
                phase: 'saved',
                unsaved: [expect.objectContaining({ field: 'Gone__c', code: 'notMapped' })]
            })
        ]);
    });
});

describe('notes', () => {
    it('notes typed after the call in a tab that died are on the Task, though another tab heard only the wrap-up', async () => {
        const { clock, tasks, open } = setUp();
        const one = open();
        await clock.pass(100);
        one.phone.describe('call-1', TALKING);
        one.phone.describe('call-1', ENDED);
        await clock.pass(5_000);
        one.desk.note('call-1', 'wants a refund');
        one.desk.close();
        const two = open();
        await clock.pass(100);
        two.phone.describe('call-1', DONE);
        expect(two.desk.view().interactions[0]?.interaction.notes).toBe('wants a refund');
        await clock.pass(5_000);
        expect(tasks).toHaveLength(1);
        expect(tasks[0]).toMatchObject({ Description: 'wants a refund' });
    });

    it('the agent keeps newer notes when a second tab that read older ones gets the mapping only now', async () => {
        const { clock, tasks, open } = setUp();
        const one = open();
        one.phone.describe('call-1', TALKING);
        await clock.pass(5_000);
        one.desk.note('call-1', 'Wants a quote');
        const two = open();
        two.phone.describe('call-1', TALKING); // before the org has told how to fill Tasks
        one.desk.note('call-1', 'Wants a quote by Friday');
        await clock.pass(5_000);
        one.phone.describe('call-1', ENDED);
        await clock.pass(5_000);
        expect(tasks).toMatchObject([{ Description: 'Wants a quote by Friday' }]);
    });

    it('the agent keeps notes typed in one tab when a second tab hears of the call', async () => {
        const { clock, tasks, open } = setUp();
        const one = open();
        const two = open();
        await clock.pass(100);
        one.phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        one.desk.note('call-1', 'wants');
        two.phone.describe('call-1', TALKING); // heard a moment later, reads the draft of that moment
        await clock.pass(2_000);
        one.desk.note('call-1', 'wants a refund, call back on Monday');
        await clock.pass(2_000);
        for (const facts of [ENDED, DONE]) {
            one.phone.describe('call-1', facts);
            two.phone.describe('call-1', facts);
            await clock.pass(5_000);
        }
        expect(tasks[0]?.Description).toBe('wants a refund, call back on Monday');
    });

    it('the agent keeps notes typed in wrap-up although the call comes back at once', async () => {
        const { clock, tasks, open } = setUp();
        const { phone, desk } = open();
        phone.describe('call-1', TALKING);
        await clock.pass(40_000);
        phone.describe('call-1', { ...ENDED, endTime: '2026-01-15T09:00:40.000Z' });
        await clock.pass(5_000);
        desk.note('call-1', 'sent to billing');
        await clock.pass(1_000);
        phone.describe('call-1', RINGING);
        await clock.pass(600_000);
        expect(tasks[0]?.Description).toBe('sent to billing');
    });

    it('the agent does not write the notes and wrap-up that another agent left in participant data', async () => {
        const { clock, tasks, open } = setUp();
        const { phone } = open();
        phone.describe('call-1', {
            ...TALKING,
            participantData: {
                'Participant.Salesforce.InteractionLogNotes': "the first agent's notes",
                'Participant.Salesforce.WrapUpCode': 'Theirs'
            }
        });
        await clock.pass(2_000);
        phone.describe('call-1', ENDED);
        await clock.pass(2_000);
        expect(tasks).toHaveLength(1);
        expect(tasks[0]?.Description).toBeUndefined();
        expect(tasks[0]?.CallDisposition).toBeUndefined();
    });
});

it.each([
    ['phone', PHONE_MODE],
    ['follow', FOLLOW_MODE]
])(
    'in %s mode a call that a second page told too, which was offline and went, is saved by the first',
    async (_mode, settings) => {
        const { clock, answers, handed, open, tasks } = setUp();
        answers.settings = settings;
        const first = open();
        await clock.pass(1_000);
        answers.offline = true;
        const second = open();
        for (const { phone } of [first, second]) {
            phone.describe('call-1', ENDED);
        }
        second.desk.close();
        await clock.pass(300_000);
        expect(first.desk.view().interactions[0]?.save).toMatchObject({ pending: false });
        const values =
            settings === PHONE_MODE
                ? handed.map(({ attributes }) => attributes['Call.QueueName'])
                : tasks.map((task) => task['Queue__c']);
        expect(values).toEqual(['Sales']);
    }
);

describe('a call that is transferred away and comes back', () => {
    const GONE: InteractionFacts = { ...ENDED, endTime: '2026-01-15T09:01:00.000Z' };
    const BACK: InteractionFacts = { ...TALKING, connectedTime: '2026-01-15T09:02:00.000Z' };

    it('the agent who reloads finds the notes of the first part on the first Task only', async () => {
        const { clock, tasks, open } = setUp();
        const before = open();
        before.phone.describe('call-1', TALKING);
        before.desk.note('call-1', 'first part');
        await clock.pass(60_000);
        before.phone.describe('call-1', GONE);
        await clock.pass(60_000);
        before.phone.describe('call-1', RINGING);
        before.phone.describe('call-1', BACK);
        await clock.pass(2_000);
        before.desk.close();
        const after = open();
        after.phone.describe('call-1', BACK);
        await clock.pass(2_000);
        after.phone.describe('call-1', { ...BACK, state: 'disconnected', connected: false, disconnected: true });
        await clock.pass(5_000);
        expect(tasks.map((task) => task.Description)).toEqual(['first part', undefined]);
    });

    it('the agent finds the participant id of the first part on the first Task only', async () => {
        const { clock, answers, tasks, open } = setUp();
        answers.rules = [rule('Salesforce.ParticipantId', 'Queue__c')];
        const { phone } = open();
        const first = { participantId: 'p1', participantData: { 'Participant.Salesforce.ParticipantId': 'p1' } };
        phone.describe('call-1', { ...TALKING, ...first });
        await clock.pass(60_000);
        phone.describe('call-1', { ...GONE, ...first });
        await clock.pass(60_000);
        phone.describe('call-1', { ...RINGING, ...first });
        phone.describe('call-1', { ...BACK, ...first });
        await clock.pass(2_000);
        expect(tasks.map((task) => task.Queue__c)).toEqual(['p1', undefined]);
    });
});

describe('what the admin has set', () => {
    it('an agent without access to the mapping hands nothing to the phone by guess', async () => {
        const { clock, answers, handed, open } = setUp();
        answers.settings = PHONE_MODE;
        answers.rules = 'noAccess';
        const { phone, desk } = open();
        phone.describe('call-1', TALKING);
        desk.note('call-1', 'a private word');
        await clock.pass(5_000);
        expect(handed.map(({ attributes }) => attributes)).toEqual([]);
    });

    it('an agent who reloads before the org answered hands only mapped attributes to the phone', async () => {
        const { clock, answers, handed, open } = setUp();
        answers.settings = PHONE_MODE;
        answers.offline = true;
        const before = open();
        before.phone.describe('call-1', TALKING);
        await clock.pass(100);
        before.desk.close();
        answers.offline = false;
        open();
        await clock.pass(120_000);
        expect(handed.length).toBeGreaterThan(0);
        expect(handed.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('Call.Ani');
    });

    it('an agent in follow mode gets one Task for a call that ended while the page was closed', async () => {
        const { clock, answers, tasks, open } = setUp();
        answers.settings = FOLLOW_MODE;
        answers.offline = true;
        const before = open();
        before.phone.describe('call-1', TALKING);
        await clock.pass(100);
        before.desk.close();
        answers.offline = false;
        const after = open();
        await clock.pass(3_600_000);
        expect(tasks).toHaveLength(1);
        expect(after.desk.view().earlier).toEqual([]);
    });
});

it('the agent is not shown a colleague as the caller because the call came in on their number', async () => {
    const { clock, answers, tasks, open } = setUp();
    answers.contact = { Id: '003000000000001AAA', Name: 'Colleague', Phone: '+61 2 5550 0000' };
    const { desk, phone } = open();
    desk.page({ id: '003000000000001AAA', objectApiName: 'Contact' });
    await clock.pass(100);
    phone.describe('call-1', { ...TALKING, calledNumber: '+61255500000' });
    await clock.pass(2_000);
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).not.toHaveProperty('WhoId');
});

describe('a conversation that goes on all day', () => {
    it('is the same one after hundreds of calls: what changes in it waits for its next step as before', async () => {
        const { clock, answers, tasks, open } = setUp();
        answers.rules = [rule('Call.QueueName', 'Wrap__c')];
        const { phone } = open();
        phone.describe('email-1', { ...TALKING, type: 'email' });
        await clock.pass(2_000);
        for (let call = 0; call < 210; call += 1) {
            const connectedTime = new Date(clock.now()).toISOString();
            phone.describe(`call-${call}`, { ...TALKING, connectedTime });
            phone.describe(`call-${call}`, { ...DONE, connectedTime });
            await clock.pass(1_000);
        }
        phone.describe('email-1', { ...TALKING, type: 'email', queueName: 'Complaints' });
        await clock.pass(5_000);
        expect(tasks[0]).toMatchObject({ Wrap__c: 'Sales' });
        phone.describe('email-1', { ...DONE, type: 'email', queueName: 'Complaints' });
        await clock.pass(5_000);
        expect(tasks[0]).toMatchObject({ Wrap__c: 'Complaints' });
    });
});

it('notes after a call keep a wrap-up code that was corrected while the agent typed, when the conversation comes back', async () => {
    const { clock, tasks, open } = setUp({ hasKeyField: true });
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    phone.describe('call-1', { ...DONE, wrapUpCode: 'Sold' });
    await clock.pass(5_000);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', { ...DONE, wrapUpCode: 'Lost' });
    phone.describe('call-1', RINGING);
    await clock.pass(5_000);
    expect(tasks).toEqual([expect.objectContaining({ Description: 'Wants a quote', CallDisposition: 'Lost' })]);
});
