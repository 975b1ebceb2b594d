import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import type { InteractionFacts } from 'c/interactions';
import type { SaveRequest, TaskWriter } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { recordApiRefusesTasks } from '../../../../../test/ports/recordApi.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestTasks } from '../../../../../test/ports/testTasks.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';
import { createTestReader, rule } from './testReader.ts';
import { createTestTransport } from './testTransport.ts';

const mutate = jest.mocked(executeMutation);
const EDNA = '003000000000001AAA';

const WRAPPED_UP: InteractionFacts = { ...ENDED, done: true, wrapUpCode: 'Sold', wrapUpSeconds: 3 };

function setUp(): {
    clock: ReturnType<typeof createTestClock>;
    reader: ReturnType<typeof createTestReader>;
    phone: ReturnType<typeof createTestTransport>;
    storage: ReturnType<typeof createMemoryStorage>;
    handed: SaveRequest[];
    /** The org takes what it is given, as it does from the beginning. */
    saves(): void;
    open(userId?: string): AgentDesk;
} {
    const clock = createTestClock();
    const tasks = createTestTasks(clock);
    const reader = createTestReader(tasks);
    const saves = (): void => {
        mutate.mockReset().mockImplementation(tasks.mutate);
    };
    saves();
    const phone = createTestTransport(clock.now);
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const handed: SaveRequest[] = [];
    const phoneWriter: TaskWriter = {
        save(_key, request) {
            handed.push(request);
            return Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] });
        }
    };
    const open = (userId = '005000000000001AAA'): AgentDesk =>
        createAgentDesk({
            transport: phone,
            reader,
            phoneWriter,
            userId,
            org: 'acme',
            reading: { locale: 'en-US', timeZone: 'UTC' },
            storage,
            clock,
            locks
        });
    return { clock, reader, phone, storage, handed, saves, open };
}

/** What was written, newest value of each field. */
function written(): Record<string, unknown> {
    return Object.assign(
        {},
        ...mutate.mock.calls.map(([{ variables }]) => (variables as { input: { Task: object } }).input.Task)
    ) as Record<string, unknown>;
}

it('a whole call fills one Task: mapped fields and default fields, in three writes', async () => {
    const { clock, phone, open } = setUp();
    const desk = open();
    phone.describe('call-1', RINGING);
    await clock.pass(2_000);
    expect(mutate).not.toHaveBeenCalled();
    for (const facts of [TALKING, ENDED, WRAPPED_UP]) {
        phone.describe('call-1', facts);
        await clock.pass(2_000);
    }
    expect(mutate).toHaveBeenCalledTimes(3);
    expect(written()).toMatchObject({
        Queue__c: 'Sales',
        Wrap__c: 'Sold',
        CallObject: 'call-1',
        CallType: 'Inbound',
        CallDurationInSeconds: 12,
        CallDisposition: 'Sold',
        Subject: 'Call 1/15/2026, 9:00:00 AM',
        TaskSubtype: 'Call'
    });
    expect(desk.view().interactions[0]?.save).toMatchObject({ phase: 'saved', taskId: '00T0', pending: false });
});

it('a missed call gets no Task', async () => {
    const { clock, phone, open } = setUp();
    open();
    phone.describe('call-1', RINGING);
    phone.describe('call-1', { ...RINGING, state: 'disconnected', disconnected: true, done: true });
    await clock.pass(200_000);
    expect(mutate).not.toHaveBeenCalled();
});

it('a call that came before the org had told its mapping is mapped when it has', async () => {
    const { clock, phone, reader, open } = setUp();
    reader.answers.offline = true;
    const desk = open();
    phone.describe('call-1', TALKING);
    await clock.pass(2_000);
    expect(desk.view().setupProblem).toBe('offline');
    expect(desk.view().interactions[0]?.save).toMatchObject({ phase: 'notSaved', failure: 'offline', pending: true });
    expect(mutate).not.toHaveBeenCalled();
    reader.answers.offline = false;
    await clock.pass(10_000);
    expect(desk.view().setupProblem).toBeUndefined();
    expect(written()).toMatchObject({ Queue__c: 'Sales' });
});

it('an agent whose session has ended reads so, and the call is saved once the session is back', async () => {
    const { clock, phone, reader, open } = setUp();
    reader.answers.sessionExpired = true;
    const desk = open();
    phone.describe('call-1', TALKING);
    await clock.pass(2_000);
    expect(desk.view().setupProblem).toBe('sessionExpired');
    expect(desk.view().interactions[0]?.save).toMatchObject({ failure: 'sessionExpired', pending: true });
    reader.answers.sessionExpired = false;
    desk.retry();
    await clock.pass(2_000);
    expect(desk.view().setupProblem).toBeUndefined();
    expect(written()).toMatchObject({ Queue__c: 'Sales' });
});

it('without access to the mapping no mapped field is guessed; the permission set is named; access mends it', async () => {
    const { clock, phone, reader, open } = setUp();
    reader.answers.rules = 'noAccess';
    const desk = open();
    phone.describe('call-1', TALKING);
    await clock.pass(2_000);
    expect(desk.view()).toMatchObject({ setupProblem: 'noAccessToMapping', missingPermission: 'Switchboard Agent' });
    expect(written()).not.toHaveProperty('Queue__c');
    expect(desk.view().interactions[0]?.save).toMatchObject({ failure: 'noAccessToMapping', pending: true });
    reader.answers.rules = [rule('Call.QueueName', 'Queue__c')];
    await clock.pass(62_000);
    expect(written()).toMatchObject({ Queue__c: 'Sales' });
    expect(desk.view().interactions[0]?.save).toMatchObject({ phase: 'saved', pending: false });
});

it('attributes that waited for the mapping are saved after a reload too', async () => {
    const { clock, phone, reader, open } = setUp();
    reader.answers.rules = 'noAccess';
    const before = open();
    phone.describe('call-1', TALKING);
    phone.describe('call-1', WRAPPED_UP);
    await clock.pass(2_000);
    before.close();
    reader.answers.rules = [rule('Call.QueueName', 'Queue__c')];
    open();
    await clock.pass(5_000);
    expect(written()).toMatchObject({ Queue__c: 'Sales' });
});

it('a rule that names an unknown field is told, and the others work', async () => {
    const { clock, phone, reader, open } = setUp();
    reader.answers.rules = [
        rule('Call.QueueName', 'Queue__c'),
        rule('Call.Ani', 'Typo__c'),
        rule('Call.Anni', 'Wrap__c')
    ];
    const desk = open();
    phone.describe('call-1', TALKING);
    await clock.pass(2_000);
    expect(written()).toMatchObject({ Queue__c: 'Sales' });
    expect(desk.view().interactions[0]?.problems).toMatchObject([
        { code: 'unknownField', attribute: 'Call.Ani', field: 'Typo__c' },
        { code: 'unknownAttribute', attribute: 'Call.Anni', field: 'Wrap__c' }
    ]);
});

describe('who is calling', () => {
    const CONTACT = {
        Id: EDNA,
        Name: 'Edna Frank',
        Phone: '0491 570 006',
        MobilePhone: null,
        Account: { Name: { value: 'Harbour' } }
    };

    it('the contact on the page whose number calls is named on the card and on the Task', async () => {
        const { clock, phone, reader, open } = setUp();
        reader.answers.contact = CONTACT;
        const desk = open();
        desk.page({ id: EDNA, objectApiName: 'Contact' });
        await clock.pass(100);
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        expect(desk.view().interactions[0]?.caller).toMatchObject({ name: 'Edna Frank', accountName: 'Harbour' });
        expect(written()).toMatchObject({ WhoId: EDNA });
    });

    it('a contact with another number is not taken for the caller', async () => {
        const { clock, phone, reader, open } = setUp();
        reader.answers.contact = { ...CONTACT, Phone: '+61491570999' };
        const desk = open();
        desk.page({ id: EDNA, objectApiName: 'Contact' });
        await clock.pass(100);
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        expect(desk.view().interactions[0]?.caller).toBeUndefined();
        expect(written()).not.toHaveProperty('WhoId');
    });

    it('a record opened while the call is live is recognised', async () => {
        const { clock, phone, reader, open } = setUp();
        reader.answers.contact = CONTACT;
        const desk = open();
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        desk.page({ id: EDNA, objectApiName: 'Contact' });
        await clock.pass(100);
        phone.describe('call-1', ENDED);
        await clock.pass(2_000);
        expect(written()).toMatchObject({ WhoId: EDNA });
    });
});

describe('notes', () => {
    it('notes typed during the call are saved with it, in no extra write', async () => {
        const { clock, phone, open } = setUp();
        const desk = open();
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        desk.note('call-1', 'Wants');
        desk.note('call-1', 'Wants a quote');
        await clock.pass(10_000);
        expect(mutate).toHaveBeenCalledTimes(1);
        phone.describe('call-1', ENDED);
        await clock.pass(2_000);
        expect(mutate).toHaveBeenCalledTimes(2);
        expect(written()).toMatchObject({ Description: 'Wants a quote' });
    });

    it('notes typed after the call are saved once the agent pauses', async () => {
        const { clock, phone, open } = setUp();
        const desk = open();
        phone.describe('call-1', TALKING);
        phone.describe('call-1', WRAPPED_UP);
        await clock.pass(2_000);
        const before = mutate.mock.calls.length;
        for (const text of ['W', 'Wa', 'Wants a quote']) {
            desk.note('call-1', text);
            await clock.pass(300);
        }
        await clock.pass(5_000);
        expect(mutate).toHaveBeenCalledTimes(before + 1);
        expect(written()).toMatchObject({ Description: 'Wants a quote' });
    });

    it('the agent keeps typed notes when the page reloads in mid-call', async () => {
        const { clock, phone, open } = setUp();
        const before = open();
        phone.describe('call-1', TALKING);
        before.note('call-1', 'Wants a quote');
        before.close();
        const after = open();
        phone.describe('call-1', TALKING);
        expect(after.view().interactions[0]?.interaction.notes).toBe('Wants a quote');
        phone.describe('call-1', WRAPPED_UP);
        await clock.pass(5_000);
        expect(written()).toMatchObject({ Description: 'Wants a quote' });
    });
});

describe('notes that no Task took', () => {
    const NAME = 'switchboard:acme:005000000000001AAA:notes:call-1';

    it.each([
        ['older than seven days', JSON.stringify({ notes: 'old', keptAt: Date.parse('2026-01-01T00:00:00Z') })],
        ['that cannot be read', 'not json']
    ])('notes %s are removed from the browser', (_what, text) => {
        const { storage, open } = setUp();
        storage.entries.set(NAME, text);
        open();
        expect(storage.entries.has(NAME)).toBe(false);
    });

    it('the notes of another user are left alone', () => {
        const { storage, open } = setUp();
        storage.entries.set(NAME, 'not json');
        open('005000000000002AAA');
        expect(storage.entries.has(NAME)).toBe(true);
    });

    it('in phone mode they go once the phone has them', async () => {
        const { clock, phone, reader, storage, open } = setUp();
        reader.answers.settings = { DeveloperName: 'Default', Write_Mode__c: 'phone' };
        const desk = open();
        phone.describe('call-1', TALKING);
        desk.note('call-1', 'Wants a quote');
        phone.describe('call-1', WRAPPED_UP);
        await clock.pass(10_000);
        expect([...storage.entries.keys()].filter((name) => !/:(recent|written):/.test(name))).toEqual([]);
        expect(JSON.stringify([...storage.entries.values()])).not.toContain('Wants a quote');
    });
});

describe('commands', () => {
    it('a command waits for the phone, and nothing is claimed before it shows', async () => {
        const { clock, phone, open } = setUp();
        const desk = open();
        phone.describe('call-1', TALKING);
        const outcome = desk.command('hold', 'call-1');
        expect(phone.sent).toEqual(['hold call-1']);
        expect(desk.view().interactions[0]).toMatchObject({ awaiting: ['hold'], interaction: { state: 'connected' } });
        phone.answer('unconfirmed');
        await expect(outcome).resolves.toBe('unconfirmed');
        await clock.settle();
        expect(desk.view().interactions[0]?.awaiting).toEqual([]);
    });

    it('offers what the phone can do with this interaction', () => {
        const { phone, open } = setUp();
        const desk = open();
        phone.describe('call-1', TALKING);
        expect(desk.can('hold', 'call-1')).toBe(true);
        expect(desk.can('pickup', 'call-1')).toBe(false);
        expect(desk.can('hold', 'nobody')).toBe(false);
    });
});

it('in phone mode the mapped attributes are handed to the phone, and no Task is written here', async () => {
    const { clock, phone, reader, handed, open } = setUp();
    reader.answers.settings = { DeveloperName: 'Default', Write_Mode__c: 'phone' };
    const desk = open();
    phone.describe('call-1', { ...TALKING, participantData: { 'Participant.tier': 'gold' } });
    await clock.pass(2_000);
    expect(handed.map((request) => request.attributes)).toEqual([{ 'Call.QueueName': 'Sales' }]);
    expect(mutate).not.toHaveBeenCalled();
    expect(desk.view().interactions[0]?.save?.phase).toBe('handedToPhone');
    expect(desk.view().savedThrough).toBe('phone');
});

it('an org that refuses Task is said so, and the values are kept', async () => {
    const { clock, phone, storage, open } = setUp();
    mutate.mockResolvedValue({ errors: [{ message: 'Object Task is not supported in UI API' }] });
    recordApiRefusesTasks();
    const desk = open();
    phone.describe('call-1', TALKING);
    await clock.pass(2_000);
    expect(desk.view().setupProblem).toBe('taskRefused');
    expect([...storage.entries.keys()].some((name) => name.includes(':task:'))).toBe(true);
});

it('as the second agent on the machine nothing of the first is seen or written', async () => {
    const { clock, phone, open } = setUp();
    mutate.mockRejectedValue(new TypeError('Failed to fetch'));
    const ada = open();
    phone.describe('call-1', TALKING);
    ada.note('call-1', 'For Ada only');
    await clock.pass(2_000);
    ada.close();
    mutate.mockClear();
    const ben = open('005000000000002AAA');
    await clock.pass(120_000);
    expect(ben.view()).toMatchObject({ interactions: [], earlier: [] });
    expect(mutate).not.toHaveBeenCalled();
});

it('calls of before a reload that are not saved yet are shown to their agent', async () => {
    const { clock, phone, open, saves } = setUp();
    mutate.mockRejectedValue(new TypeError('Failed to fetch'));
    const before = open();
    phone.describe('call-1', TALKING);
    phone.describe('call-1', ENDED);
    await clock.pass(2_000);
    before.close();
    const after = open();
    await clock.pass(1_000);
    expect(after.view().earlier).toMatchObject([{ phase: 'notSaved', failure: 'offline' }]);
    saves();
    after.retry();
    await clock.pass(1_000);
    expect(after.view().earlier).toEqual([]);
    expect(written()).toMatchObject({ Queue__c: 'Sales' });
});
