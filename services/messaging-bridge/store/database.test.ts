import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DatabaseFault } from './database.ts';
import { openPostgres } from './postgres.ts';

describe('an operator reads what is wrong with the database', () => {
    for (const [code, words, isToMend] of [
        ['28P01', /\(28P01\): the user or the password in its address is wrong\.$/, true],
        ['28000', /pg_hba\.conf/, true],
        ['3D000', /no database of this name\. Make it \(createdb\)/, true],
        ['42501', /Let the bridge own the database/, true],
        ['ECONNREFUSED', /nobody listens at the host and port/, false],
        ['ENOTFOUND', /postgres:\/\/user:password@host:5432\/database/, false],
        ['XX000', /cannot be used \(XX000\)\.$/, false]
    ] as const)
        test(`when it says ${code}`, () => {
            const fault = new DatabaseFault({ code, message: 'value +61491570006' });
            assert.match(fault.message, words);
            assert.doesNotMatch(fault.message, /61491/);
            assert.equal(fault.isToMend, isToMend);
        });

    test('where nobody listens', async () => {
        const database = openPostgres('postgres://bridge:a-password@127.0.0.1:9/bridge');
        try {
            await assert.rejects(database.query('select 1'), (error: Error) => {
                assert.match(error.message, /\(ECONNREFUSED\): nobody listens/);
                assert.doesNotMatch(error.message, /a-password/);
                return true;
            });
        } finally {
            await database.close();
        }
    });
});
