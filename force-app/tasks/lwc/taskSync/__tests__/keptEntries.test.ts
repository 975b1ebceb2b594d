import { createKeptEntries } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';

const ADA = '005000000000001AAA';

it('an agent’s tab reads what another tab kept since it read the last time', () => {
    const storage = createMemoryStorage();
    const [here, there] = [
        createKeptEntries(storage, 'acme', ADA, 'task'),
        createKeptEntries(storage, 'acme', ADA, 'task')
    ];
    there.write('call-1', { queue: 'Sales' });
    expect(here.read('call-1')).toEqual({ queue: 'Sales' });
    there.write('call-1', { queue: 'Service' });
    expect(here.read('call-1')).toEqual({ queue: 'Service' });
    there.remove('call-1');
    expect(here.read('call-1')).toBeUndefined();
});

it('an agent’s tab tells two calls apart whose kept values are the same', () => {
    const kept = createKeptEntries(createMemoryStorage(), 'acme', ADA, 'task');
    kept.write('call-1', { queue: 'Sales' });
    kept.write('call-2', { queue: 'Sales' });
    expect([kept.read('call-1'), kept.read('call-2')]).toEqual([{ queue: 'Sales' }, { queue: 'Sales' }]);
    kept.write('call-2', { queue: 'Service' });
    expect([kept.read('call-1'), kept.read('call-2')]).toEqual([{ queue: 'Sales' }, { queue: 'Service' }]);
});

it('what is no longer what a page wrote is told apart from nothing, however often it is read', () => {
    const storage = createMemoryStorage();
    const kept = createKeptEntries(storage, 'acme', ADA, 'task');
    kept.write('call-1', { queue: 'Sales' });
    storage.set(storage.keys()[0] ?? '', '{"queue":');
    expect([kept.read('call-1'), kept.read('call-1'), kept.read('call-2')]).toEqual([null, null, undefined]);
});

it('several questions of one step about one call cost one reading of its values', () => {
    const kept = createKeptEntries(createMemoryStorage(), 'acme', ADA, 'task');
    kept.write('call-1', { queue: 'Sales' });
    const parse = jest.spyOn(JSON, 'parse');
    expect([1, 2, 3].map(() => kept.read('call-1'))).toEqual(Array(3).fill({ queue: 'Sales' }));
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
});
