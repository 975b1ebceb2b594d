import type { Neighbours, TaskKey } from 'c/taskSync';
import { taskAnswer } from '../../../../../test/ports/testTasks.ts';
import type { TaskRow } from '../../../../../test/ports/testTasks.ts';
import { createTaskLookUp } from '../taskLookUp.ts';
import type { Found, LookUp } from '../taskLookUp.ts';
import { tasksOfHandling } from '../taskQueries.ts';

const CONNECTED = Date.parse('2026-01-15T09:00:00.000Z');
const MINUTE = 60_000;
const KEY: TaskKey = {
    id: 'k1',
    conversationId: 'call-1',
    userId: '005000000000001AAA',
    connectedTime: new Date(CONNECTED).toISOString()
};

/** A Task that was made so many milliseconds after the connection. */
function madeAfter(ms: number, Id: string, more: TaskRow = {}): TaskRow {
    return { Id, CreatedDate: new Date(CONNECTED + ms).toISOString(), ...more };
}

function find(rows: readonly TaskRow[], more: Partial<LookUp> = {}): Promise<Found> {
    const lookUp = createTaskLookUp({ query: () => Promise.resolve(taskAnswer(rows)) });
    return lookUp.find(KEY, { fields: [], withKey: true, ...more });
}

const endedAfter = (ms: number, more: Partial<Neighbours> = {}): Neighbours => ({
    taken: [],
    endedAt: new Date(CONNECTED + ms).toISOString(),
    ...more
});
const doublesAmong = async (rows: readonly TaskRow[], neighbours: Neighbours): Promise<string[]> => {
    const { doubles } = await find([madeAfter(0, '00T-ours'), ...rows], { taskId: '00T-ours', neighbours });
    return doubles.map(({ taskId }) => taskId);
};

describe('which Task is a double of the handling', () => {
    it('one that the phone logs up to fifteen minutes after the end, and none that comes later', async () => {
        const after = (ms: number): TaskRow[] => [madeAfter(5 * MINUTE + ms, '00T-phone')];
        const ended = endedAfter(5 * MINUTE);
        await expect(doublesAmong(after(0), ended)).resolves.toEqual(['00T-phone']);
        await expect(doublesAmong(after(15 * MINUTE), ended)).resolves.toEqual(['00T-phone']);
        await expect(doublesAmong(after(15 * MINUTE + 1_000), ended)).resolves.toEqual([]);
    });

    it('one that is made while the call is live, however long it lasts', async () => {
        await expect(doublesAmong([madeAfter(300 * MINUTE, '00T-phone')], { taken: [] })).resolves.toEqual([
            '00T-phone'
        ]);
    });

    it('none that was made before the connection, but for the part of a second that Salesforce drops', async () => {
        const ended = endedAfter(MINUTE);
        await expect(doublesAmong([madeAfter(-1_000, '00T-phone')], ended)).resolves.toEqual(['00T-phone']);
        await expect(doublesAmong([madeAfter(-2_000, '00T-before')], ended)).resolves.toEqual([]);
    });

    it('none that may be of the next handling, which the phone logs half a minute early at most', async () => {
        const ended = endedAfter(MINUTE, { before: new Date(CONNECTED + 10 * MINUTE).toISOString() });
        await expect(doublesAmong([madeAfter(9.5 * MINUTE - 1_000, '00T-phone')], ended)).resolves.toEqual([
            '00T-phone'
        ]);
        await expect(doublesAmong([madeAfter(9.5 * MINUTE, '00T-next')], ended)).resolves.toEqual([]);
    });

    it('none that another handling has, by this user’s pages or by its key', async () => {
        const rows = [
            madeAfter(1_000, '00T-taken'),
            madeAfter(2_000, '00T-keyed', { SwitchboardKey__c: 'k2' }),
            madeAfter(3_000, '00T-free')
        ];
        await expect(doublesAmong(rows, endedAfter(MINUTE, { taken: ['00T-taken'] }))).resolves.toEqual(['00T-free']);
    });
});

describe('which Task is the handling’s own', () => {
    it('the one with its key, before one that is known by id, before the first since the connection', async () => {
        const rows = [
            madeAfter(0, '00T-first'),
            madeAfter(1_000, '00T-known'),
            madeAfter(2_000, '00T-keyed', { SwitchboardKey__c: 'k1' })
        ];
        const own = async (among: readonly TaskRow[]): Promise<string | undefined> =>
            (await find(among, { taskId: '00T-known' })).task?.taskId;
        await expect(own(rows)).resolves.toBe('00T-keyed');
        await expect(own(rows.slice(0, 2))).resolves.toBe('00T-known');
        await expect(own(rows.slice(0, 1))).resolves.toBe('00T-first');
    });

    it('is none that was made in the very second in which the next handling connected', async () => {
        const neighbours = endedAfter(MINUTE, { before: new Date(CONNECTED + 2 * MINUTE + 600).toISOString() });
        const own = async (ms: number): Promise<string | undefined> =>
            (await find([madeAfter(ms, '00T-phone')], { withKey: false, neighbours })).task?.taskId;
        await expect(own(2 * MINUTE - 1_000)).resolves.toBe('00T-phone');
        await expect(own(2 * MINUTE)).resolves.toBeUndefined();
    });

    it('is none that is known by id and has the key of another handling by now', async () => {
        const others = madeAfter(0, '00T-known', { SwitchboardKey__c: 'k2' });
        await expect(find([others], { taskId: '00T-known' })).resolves.toEqual({
            task: undefined,
            doubles: [],
            isAnothers: true
        });
        const { task, doubles, isAnothers } = await find([others, madeAfter(1_000, '00T-ours')], {
            taskId: '00T-ours'
        });
        expect({ own: task?.taskId, doubles, isAnothers }).toEqual({ own: '00T-ours', doubles: [], isAnothers: false });
    });

    it('one that the phone logged while it rang, half a minute before the connection at most', async () => {
        expect((await find([madeAfter(-30_000, '00T-phone')])).task?.taskId).toBe('00T-phone');
        expect((await find([madeAfter(-31_000, '00T-before')])).task).toBeUndefined();
    });

    it('is known by its id with fifteen characters and with eighteen', async () => {
        const rows = [madeAfter(-MINUTE, '00T000000000001AAA')];
        expect((await find(rows, { taskId: '00T000000000001' })).task?.taskId).toBe('00T000000000001AAA');
        expect((await find(rows, { taskId: '00T000000000002' })).task).toBeUndefined();
    });
});

/** The text with single spaces. */
const asked = (...given: Parameters<typeof tasksOfHandling>): string =>
    String(tasksOfHandling(...given)).replace(/\s+/g, ' ');

describe('what the org is asked', () => {
    const all = { conversation: true, key: true, id: true };

    it('of a conversation only this user’s Tasks: a colleague to whom it was passed has one too', () => {
        const mine = '{ and: [{ CallObject: { eq: $conversation } }, { OwnerId: { eq: $user } }] }';
        expect(asked([], { conversation: true, key: false, id: false })).toContain(`where: { or: [${mine}] }`);
        expect(asked([], all)).toContain(
            `where: { or: [{ SwitchboardKey__c: { eq: $key } } { Id: { eq: $task } } ${mine}] }`
        );
    });

    it('for no variable that the question does not have', () => {
        expect(asked([], { conversation: false, key: true, id: false })).toContain(
            'query SwitchboardFindTaskByKey($key: String) {'
        );
        expect(asked([], all)).toContain('($conversation: String, $user: ID, $key: String, $task: ID)');
    });

    it('oldest first, each field once, in one order', () => {
        const text = asked(['Subject', 'Queue__c', 'Subject', 'Id', 'CreatedDate'], all);
        expect(text).toContain('orderBy: { CreatedDate: { order: ASC } }');
        expect(text).toContain(
            'node { Id CreatedDate { value } SwitchboardKey__c { value } Queue__c { value } Subject { value } }'
        );
    });

    it('the same question is the same document, whatever the order of the fields', () => {
        expect(tasksOfHandling(['B__c', 'A__c'], all)).toBe(tasksOfHandling(['A__c', 'B__c'], all));
    });
});
