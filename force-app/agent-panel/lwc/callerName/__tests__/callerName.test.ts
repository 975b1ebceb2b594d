import { callerAddress, callerName } from 'c/callerName';
import type { Interaction } from 'c/interactions';

const CALL: Interaction = {
    id: 'c1',
    segment: 1,
    version: 1,
    complete: true,
    state: 'alerting',
    type: 'call',
    connected: false,
    disconnected: false,
    done: false,
    handled: false,
    firstSeenAt: '2026-11-20T10:00:00.000Z',
    lastSeenAt: '2026-11-20T10:00:00.000Z'
};

function nameOf(facts: Partial<Interaction>, recordName?: string): string {
    const caller = recordName ? { id: '003000000000001AAA', objectApiName: 'Contact', name: recordName } : undefined;
    return callerName({ interaction: { ...CALL, ...facts }, ...(caller && { caller }) }, 'Unknown caller');
}

describe('the name of a caller', () => {
    it('the agent reads the name on the record first', () => {
        expect(nameOf({ remoteName: 'Sydney, NSW', phone: '+61491570006' }, 'Edna Frank')).toBe('Edna Frank');
    });

    it("the agent reads the phone's name when no record is known", () => {
        expect(nameOf({ remoteName: 'Sydney, NSW', phone: '+61491570006' })).toBe('Sydney, NSW');
    });

    it('the agent reads the number when there is no name', () => {
        expect(nameOf({ remoteName: ' ', phone: '+61491570006' })).toBe('+61491570006');
    });

    it.each(['anonymous', '0anonymous', 'unavailable', 'Internal'])(
        'the agent does not read %s as if it were a number (T13)',
        (ani) => {
            expect(nameOf({ ani })).toBe('Unknown caller');
        }
    );

    it('the agent reads no address when the phone sent none (W8)', () => {
        expect(callerAddress(CALL)).toBeUndefined();
    });
});
