import { createAroundDesk } from 'c/deskOnPage';
import type { AroundDesk } from 'c/deskOnPage';
import { getInfo, updateUtility } from 'lightning/platformUtilityBarApi';
import { EDNA, type FakeDesk, fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

const bar = jest.mocked(updateUtility);
const RINGING = item({}, { caller: EDNA });

beforeEach(() => {
    jest.mocked(getInfo).mockImplementation((id) =>
        Promise.resolve({ id, utilityLabel: 'Switchboard' } as Awaited<ReturnType<typeof getInfo>>)
    );
});

afterEach(() => jest.clearAllMocks());

async function ringing(utilityId?: string): Promise<{ readonly around: AroundDesk; readonly fake: FakeDesk }> {
    const fake = fakeDesk();
    const around = createAroundDesk();
    around.opened(fake.desk);
    around.utility(utilityId);
    fake.show({ interactions: [RINGING] });
    await settled();
    return { around, fake };
}

describe('the utility bar', () => {
    it('the agent sees in the bar who is ringing', async () => {
        await ringing('utility-1');
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Ringing: Edna Frank', highlighted: true });
    });

    it('the agent sees how many are ringing', async () => {
        const { fake } = await ringing('utility-1');
        fake.show({ interactions: [RINGING, item({ id: 'call-2' })] });
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: '2 ringing', highlighted: true });
    });

    it("the bar gets the admin's own label back after the ringing", async () => {
        const { fake } = await ringing('utility-1');
        fake.show({ interactions: [item({ state: 'connected' })] });
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Switchboard', highlighted: false });
    });

    it('the bar is told once, however often the call changes', async () => {
        const { fake } = await ringing('utility-1');
        fake.show({ interactions: [RINGING] });
        await settled();
        expect(bar).toHaveBeenCalledTimes(1);
    });

    it('a desk that goes away while it rings gives the label back', async () => {
        const { around } = await ringing('utility-1');
        around.closed();
        await settled();
        expect(bar).toHaveBeenLastCalledWith('utility-1', { label: 'Switchboard', highlighted: false });
    });

    it('a bar that refuses is asked no more, and nothing breaks', async () => {
        jest.mocked(getInfo).mockRejectedValue(new Error('Lightning Web Security is off'));
        await ringing('utility-1');
        expect(bar).not.toHaveBeenCalled();
    });

    it('no bar is asked for where there is none', async () => {
        await ringing(undefined);
        expect(getInfo).not.toHaveBeenCalled();
        expect(bar).not.toHaveBeenCalled();
    });
});
