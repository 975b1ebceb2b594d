import { fill } from 'c/labelText';

describe('a label with places', () => {
    it('the agent reads the caller where the label has a place', () => {
        expect(fill('{0}: {1}', 'Answer', 'Edna')).toBe('Answer: Edna');
    });

    it('a name that looks like a place is shown as it is', () => {
        expect(fill('{0} calls {1}', '{1}', '$&')).toBe('{1} calls $&');
    });

    it('a place without a value stays visible', () => {
        expect(fill('{0} and {1}', 'one')).toBe('one and {1}');
    });
});
