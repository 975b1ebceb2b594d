import { fill } from 'c/labelText';

describe('a label with places', () => {
    it('the agent reads the caller where the label has a place', () => {
        expect(fill('{0}: {1}', 'Answer', 'Edna')).toBe('Answer: Edna');
    });

    it('a name that looks like a place is shown as it is', () => {
        expect(fill('{0} calls {1}', '{1}', '$&')).toBe('{1} calls $&');
    });

    it('a count is written as the user writes numbers, and a name made of digits is left alone', () => {
        expect(fill('{0} of {1}', 12345, 0.5)).toBe('12,345 of 0.5');
        expect(fill('{0}', '12345')).toBe('12345');
    });

    it('a place without a value stays visible', () => {
        expect(fill('{0} and {1}', 'one')).toBe('one and {1}');
    });
});
