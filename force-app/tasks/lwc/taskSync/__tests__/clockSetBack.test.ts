import { executeMutation } from 'lightning/graphql';
import { CALL, createTestEngine, OWN, told } from '../../../../../test/ports/testEngine.ts';

const TEN_MINUTES = 10 * 60_000;
const OVER = { disconnectedAt: CALL.connectedTime, wrappedUp: true };

describe.each(['describes Task', 'does not describe Task'])('in an org that %s', (how) => {
    it.each(['waited still', 'were saved'])(
        'notes that %s when the computer’s clock was set back do not come back over what the agent typed later',
        async (then) => {
            const { clock, fields, open, onlyTask, sent } = createTestEngine(OWN);
            fields.now = how === 'describes Task' ? fields.now : undefined;
            const [first, second] = [open(), open()];
            first.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
            await clock.pass(2_000);
            const older = { Queue__c: 'Sales', Description: 'older' };
            second.submit(CALL, told(older, { ...OVER, urgency: 'detail' }));
            first.submit(CALL, told(older, { ...OVER, urgency: then === 'were saved' ? 'milestone' : 'detail' }));
            await clock.pass(2_000);
            clock.setBack(TEN_MINUTES);
            first.submit(CALL, told({ Queue__c: 'Sales', Description: 'newer' }, OVER));
            await clock.pass(2_000);
            second.retry();
            await clock.pass(2_000);
            expect(onlyTask().Description).toBe('newer');
            expect(sent()).toHaveLength(then === 'were saved' ? 3 : 2);
        }
    );
});

it('a Task that the agent has made anew after the clock was set back keeps what it was made with', async () => {
    const { clock, open, onlyTask, tasks } = createTestEngine(OWN);
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales', Description: 'newer' }));
    await clock.pass(2_000);
    second.submit(CALL, told({ Queue__c: 'Sales', Description: 'older' }, { urgency: 'detail' }));
    first.submit(CALL, told({ Queue__c: 'Sales', Description: 'newest' }));
    tasks.rows.length = 0;
    await clock.pass(2_000);
    clock.setBack(TEN_MINUTES);
    first.retry();
    await clock.pass(2_000);
    second.resume();
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Description: 'newest' });
});

it('what another tab mapped and saved after the clock was set back is not saved once more unmapped', async () => {
    const { clock, open, onlyTask } = createTestEngine(OWN);
    const [blind, seeing] = [open(), open()];
    blind.submit(CALL, { ...told(undefined, { urgency: 'detail' }), attributes: { 'Call.QueueName': 'Sales' } });
    clock.setBack(TEN_MINUTES);
    seeing.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    blind.resume();
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales' });
    expect(blind.unmapped()).toEqual([]);
    expect(jest.mocked(executeMutation)).toHaveBeenCalledTimes(1);
});

it('a tab leaves to another what the agent is just typing there, after the clock was set back', async () => {
    const { clock, open, onlyTask } = createTestEngine(OWN);
    const [typing, other] = [open(), open()];
    typing.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
    await clock.pass(30_000);
    other.recover();
    clock.setBack(TEN_MINUTES);
    await clock.pass(58_500);
    typing.submit(CALL, told({ Queue__c: 'Sales', Description: 'He wan' }, { ...OVER, urgency: 'detail' }));
    await clock.pass(3_000);
    expect(onlyTask()).not.toHaveProperty('Description');
    typing.submit(CALL, told({ Queue__c: 'Sales', Description: 'He wants a quote' }, OVER));
    await clock.pass(2_000);
    expect(onlyTask().Description).toBe('He wants a quote');
});
