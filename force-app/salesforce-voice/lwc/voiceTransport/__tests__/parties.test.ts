import { isSameParty, withParty } from '../parties.ts';

describe('V6 two who are on the line', () => {
    it.each([
        ['+1 (415) 555-0101', '+14155550101', true],
        ['415.555.0101', '(415) 555 0101', true],
        ['+14155550101', '+14155550199', false],
        ['Support', 'Support', true],
        ['Support', 'Billing', false],
        ['Support', 'support', false],
        ['Support 1', 'Billing 1', false],
        ['Support 4155550101', '4155550101', false],
        ['12', '1-2', false]
    ])('%s and %s are the same: %s', (one, other, same) => {
        expect([isSameParty(one, other), isSameParty(other, one)]).toEqual([same, same]);
    });

    it('keep the name under which they came', () => {
        const parties = withParty([{ name: '+1 (415) 555-0101' }], { name: '+14155550101', held: true });
        expect(parties).toEqual([{ name: '+1 (415) 555-0101', held: true }]);
    });
});
