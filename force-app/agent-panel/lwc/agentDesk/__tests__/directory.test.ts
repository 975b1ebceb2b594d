import { deskReport } from 'c/agentDesk';
import { testBrowser } from './openDesk.ts';
import { TALKING } from './testCalls.ts';
import { status, target } from './testReader.ts';

const CLAIMS = '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c02';
const BEN = 'dac5ef7e-15aa-48f1-a9af-02a14fcf9f9d';
const PAYMENT = '8f4e2d6a-1c3b-4e5f-9a7d-000000000003';

it('the agent is offered the targets and statuses under the names that the admin gave', async () => {
    const { clock, answers, open } = testBrowser();
    answers.targets = [
        target('Claims_Queue', 'Queue', CLAIMS, { MasterLabel: 'Claims', Pinned__c: true }),
        target('Warehouse', 'Phone', '+44 20 7946 0018'),
        target('Survey', 'Flow', 'After call survey'),
        target('Payment', 'Secure Flow', PAYMENT, { MasterLabel: 'Take a payment' })
    ];
    answers.statuses = [status('On_Queue', 'ON_QUEUE', { MasterLabel: 'On Queue' })];
    const { desk } = open();
    await clock.settle();
    expect(desk.view().directory).toEqual({
        state: 'read',
        targets: [
            { key: 'Claims_Queue', name: 'Claims', kind: 'queue', address: CLAIMS, pinned: true },
            { key: 'Survey', name: 'Survey', kind: 'flow', address: 'After call survey', pinned: false },
            { key: 'Warehouse', name: 'Warehouse', kind: 'phone', address: '+44 20 7946 0018', pinned: false }
        ],
        secureFlows: [{ key: 'Payment', name: 'Take a payment', flowId: PAYMENT }],
        statuses: [{ key: 'On_Queue', name: 'On Queue', status: 'ON_QUEUE' }],
        problems: []
    });
});

it('the agent sees them in the order of the admin, and those without a number last', async () => {
    const { clock, answers, open } = testBrowser();
    answers.targets = [
        target('Anywhere', 'User', BEN),
        target('Second', 'User', BEN, { Order__c: 20 }),
        target('First', 'User', BEN, { Order__c: 10 })
    ];
    const { desk } = open();
    await clock.settle();
    expect(desk.view().directory.targets.map(({ key }) => key)).toEqual(['First', 'Second', 'Anywhere']);
});

it('the agent is not offered a record that the admin has switched off', async () => {
    const { clock, answers, open } = testBrowser();
    answers.targets = [target('Old', 'Queue', CLAIMS, { Active__c: false })];
    answers.statuses = [status('Old', 'OLD', { Active__c: false })];
    const { desk } = open();
    await clock.settle();
    expect(desk.view().directory).toMatchObject({ targets: [], statuses: [], problems: [], state: 'read' });
});

it('the admin reads that an empty list is empty, because the shipped row could be read', async () => {
    const { clock, open } = testBrowser();
    const { desk } = open();
    expect(desk.view().directory.state).toBe('unknown');
    await clock.settle();
    expect(desk.view().directory).toMatchObject({ targets: [], state: 'read' });
});

describe('a record that cannot be used', () => {
    it.each([
        ['of no known kind', { Kind__c: 'Team' }, /Kind is “Team”\. Choose User, Queue, Phone, Flow or Secure Flow/],
        ['without an address', { Address__c: '  ' }, /Address is empty/],
        ['that names a queue instead of giving its id', { Address__c: 'Claims' }, /has 6 characters.*id of the queue/],
        ['that names a user', { Kind__c: 'User', Address__c: 'Ben' }, /id of the user/],
        ['that names a secure flow', { Kind__c: 'Secure Flow', Address__c: 'Pay' }, /id of the secure flow/],
        ['of a flow with sip:', { Kind__c: 'Flow', Address__c: 'sip:After%20hours' }, /name or id of the flow alone/],
        ['whose phone number has no digit', { Kind__c: 'Phone', Address__c: 'front desk' }, /Enter a phone number/],
        ['whose columns are no text', { Kind__c: 7, Address__c: null }, /Kind is “”/]
    ])('the admin reads what to change in one %s, and the agent has the others', async (_what, odd, words) => {
        const { clock, answers, open } = testBrowser();
        answers.targets = [
            target('Odd', 'Queue', CLAIMS, { MasterLabel: 'Odd one', ...odd }),
            target('Good', 'User', BEN)
        ];
        const { desk } = open();
        await clock.settle();
        const { problems, targets } = desk.view().directory;
        expect(targets.map(({ key }) => key)).toEqual(['Good']);
        expect(problems).toEqual([{ record: 'Odd one (Odd)', what: expect.stringMatching(words) }]);
    });

    it('the admin reads of a status that is empty', async () => {
        const { clock, answers, open } = testBrowser();
        answers.statuses = [status('Odd', ''), status('Good', 'AWAY')];
        const { desk } = open();
        await clock.settle();
        const { problems, statuses } = desk.view().directory;
        expect(statuses.map(({ key }) => key)).toEqual(['Good']);
        expect(problems).toEqual([{ record: 'Odd (Odd)', what: expect.stringMatching(/Status is empty/) }]);
    });

    it('the admin finds it in the report, without the address that was entered', async () => {
        const { clock, answers, open } = testBrowser();
        answers.targets = [target('Odd', 'Queue', '+61491570156')];
        const { desk } = open();
        await clock.settle();
        const report = deskReport(desk.view(), desk.diagnostics());
        expect(report).toMatchObject([{ about: 'directory', code: 'recordNotUsable', rule: 'Odd (Odd)' }]);
        expect(JSON.stringify(report)).not.toContain('491570156');
    });
});

describe('a list that cannot be read is not taken for an empty one', () => {
    it.each(['noAccess', 'noRows'] as const)(
        'the agent without access to the targets (%s) has the statuses, and the targets once access is given',
        async (how) => {
            const { clock, answers, open } = testBrowser();
            answers.targets = how;
            answers.statuses = [status('Away', 'AWAY')];
            const { desk } = open();
            await clock.settle();
            expect(desk.view().directory).toMatchObject({ state: 'noAccess', statuses: [{ key: 'Away' }] });
            answers.targets = [target('Ben', 'User', BEN)];
            await clock.pass(60_000);
            expect(desk.view().directory).toMatchObject({ state: 'read', targets: [{ key: 'Ben' }] });
        }
    );

    it('the agent without access to the statuses has the targets', async () => {
        const { clock, answers, open } = testBrowser();
        answers.targets = [target('Ben', 'User', BEN)];
        answers.statuses = 'noRows';
        const { desk } = open();
        await clock.settle();
        expect(desk.view().directory).toMatchObject({ state: 'noAccess', targets: [{ key: 'Ben' }], statuses: [] });
    });

    it('the agent whose org cannot be reached has the lists once it can', async () => {
        const { clock, answers, open } = testBrowser();
        answers.offline = true;
        answers.targets = [target('Ben', 'User', BEN)];
        const { desk } = open();
        await clock.pass(3_000);
        expect(desk.view().directory.state).toBe('unknown');
        answers.offline = false;
        await clock.pass(11_000);
        expect(desk.view().directory).toMatchObject({ state: 'read', targets: [{ key: 'Ben' }] });
    });
});

describe('targets that were used', () => {
    const FIVE = ['A', 'B', 'C', 'D', 'E', 'F'].map((key) => target(key, 'Flow', `flow ${key}`));

    it('the agent finds the five used last, newest first, also after a reload', async () => {
        const { clock, answers, open } = testBrowser();
        answers.targets = FIVE;
        const { desk, phone } = open();
        await clock.settle();
        phone.describe('call-1', TALKING);
        for (const key of ['A', 'B', 'C', 'D', 'E', 'F', 'B']) {
            const outcome = desk.command('blindTransfer', 'call-1', { to: { kind: 'flow', address: `flow ${key}` } });
            phone.answer('confirmed');
            await outcome;
        }
        expect(desk.view().recentTargets).toEqual(['B', 'F', 'E', 'D', 'C']);
        desk.close();
        expect(open().desk.view().recentTargets).toEqual(['B', 'F', 'E', 'D', 'C']);
    });

    it('the agent who typed a number leaves no trace of it in the browser', async () => {
        const { clock, answers, storage, open } = testBrowser();
        answers.targets = FIVE;
        const { desk, phone } = open();
        await clock.settle();
        const outcome = desk.command('blindTransfer', 'call-1', { to: { kind: 'phone', address: '+61491570156' } });
        phone.answer('confirmed');
        await outcome;
        expect(desk.view().recentTargets).toEqual([]);
        expect([...storage.entries.values()].join()).not.toContain('491570156');
    });
});
