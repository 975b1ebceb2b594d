import { readErrorOf } from 'c/orgReader';

it.each([
    [[{ message: "Field 'Task' in type 'RecordQuery' is undefined" }], 'refused'],
    [
        { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] },
        'sessionExpired'
    ],
    [[{ message: 'INVALID_SESSION_ID: Session expired' }], 'sessionExpired'],
    [{ status: 503, body: { message: 'Service unavailable' } }, 'offline'],
    [new TypeError('Failed to fetch'), 'offline'],
    [{ status: 400, body: { message: 'Disconnected or Canceled' } }, 'offline'],
    [undefined, 'refused'],
    [{}, 'refused']
])('the admin learns from %j that the read was %s', (cause, failure) => {
    expect(readErrorOf(cause)).toMatchObject({ name: 'ReadError', failure });
});

it('keeps the words of the platform for the admin', () => {
    expect(readErrorOf([{ message: 'one' }, { message: 'two' }]).message).toBe('one; two');
});
