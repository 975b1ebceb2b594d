import type { AgentDesk } from 'c/agentDesk';
import { createAroundDesk } from 'c/deskOnPage';
import type { AroundDesk } from 'c/deskOnPage';
import { EDNA, fakeDesk } from '../../../../../test/fakes/agentDesk.ts';

function show(): { readonly around: AroundDesk; readonly page: jest.SpyInstance } {
    const { desk } = fakeDesk();
    const page = jest.spyOn(desk as { page: AgentDesk['page'] }, 'page');
    const around = createAroundDesk();
    around.opened(desk);
    return { around, page };
}

describe('the page the agent is on', () => {
    it.each([
        ['a contact', { recordId: EDNA.id, objectApiName: 'Contact' }, { id: EDNA.id, objectApiName: 'Contact' }],
        [
            'a lead without object name',
            { recordId: '00Q000000000001' },
            { id: '00Q000000000001', objectApiName: 'Lead' }
        ],
        ['a record nobody knows', { recordId: 'a01000000000001' }, undefined]
    ])('the desk learns of %s', (_name, attributes, record) => {
        const { around, page } = show();
        around.page({ type: 'standard__recordPage', attributes });
        expect(page).toHaveBeenLastCalledWith(record, []);
    });

    it('the desk learns that the agent left the record', () => {
        const { around, page } = show();
        around.page({ type: 'standard__namedPage', attributes: { pageName: 'home' } });
        expect(page).toHaveBeenLastCalledWith(undefined, []);
    });

    it('a desk that is opened later learns of the page that was told before', () => {
        const { desk } = fakeDesk();
        const page = jest.spyOn(desk as { page: AgentDesk['page'] }, 'page');
        const around = createAroundDesk();
        around.page({ type: 'standard__recordPage', attributes: { recordId: EDNA.id, objectApiName: 'Contact' } });
        around.opened(desk);
        expect(page.mock.calls).toEqual([[{ id: EDNA.id, objectApiName: 'Contact' }, []]]);
    });
});
