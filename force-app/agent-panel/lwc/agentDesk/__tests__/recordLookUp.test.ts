import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { createRecordLookUp } from '../recordLookUp.ts';

const CASE = { id: '500000000000001AAA', objectApiName: 'Case' };
const ACCOUNT = { id: '001000000000001AAA', objectApiName: 'Account' };

interface TestOrg extends OrgReader {
    readonly asked: string[];
}

/** Answers each query by the first of its words that is in the text. */
function org(answers: Readonly<Record<string, unknown>>): TestOrg {
    const asked: string[] = [];
    return {
        asked,
        query(document) {
            const text = String(document);
            asked.push(text);
            const found = Object.keys(answers).find((word) => text.includes(word));
            const answer = found === undefined ? undefined : answers[found];
            return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
        }
    };
}

function rows(object: string, ...nodes: readonly object[]): unknown {
    return { uiapi: { query: { [object]: { edges: nodes.map((node) => ({ node })) } } } };
}

const NO_SUCH_FIELD = new ReadError('refused', "Field 'IsPersonAccount' in type 'Account' is undefined");

it('a record is named by whatever field its object uses', async () => {
    const lookUp = createRecordLookUp(org({ Case: rows('Case', { Id: CASE.id, DisplayValue: '00001026' }) }));
    expect(await lookUp(CASE)).toEqual({ ...CASE, name: '00001026', phones: [] });
});

it('a record that is gone is told as such', async () => {
    expect(await createRecordLookUp(org({ Case: rows('Case') }))(CASE)).toBeUndefined();
});

it('an org that knows no such object says so', async () => {
    const refused = new ReadError('refused', "Field 'Case' in type 'RecordQuery' is undefined");
    await expect(createRecordLookUp(org({ Case: refused }))(CASE)).rejects.toBe(refused);
});

it("text that is no object's name never gets into a query", async () => {
    const reader = org({});
    const odd = { id: CASE.id, objectApiName: 'Case(where:{})' };
    expect(await createRecordLookUp(reader)(odd)).toEqual({ ...odd, phones: [] });
    expect(reader.asked).toEqual([]);
});

it('the same record asked for twice at a time is one question', async () => {
    const reader = org({ Case: rows('Case', { Id: CASE.id, DisplayValue: '1' }) });
    const lookUp = createRecordLookUp(reader);
    await Promise.all([lookUp(CASE), lookUp(CASE)]);
    expect(reader.asked).toHaveLength(1);
    await lookUp(CASE);
    expect(reader.asked).toHaveLength(2);
});

describe('person accounts', () => {
    it('a person account tells its contact and its mobile number', async () => {
        const person = {
            Id: ACCOUNT.id,
            Name: { value: 'Pia Person' },
            PersonMobilePhone: { value: '+61491570156' },
            IsPersonAccount: { value: true },
            PersonContactId: { value: '003000000000009AAA' }
        };
        const lookUp = createRecordLookUp(org({ SwitchboardPersonAccount: rows('Account', person) }));
        expect(await lookUp(ACCOUNT)).toEqual({
            ...ACCOUNT,
            name: 'Pia Person',
            personContactId: '003000000000009AAA',
            phones: ['+61491570156']
        });
    });

    it('an account that is no person has no contact of its own', async () => {
        const company = {
            Id: ACCOUNT.id,
            Name: { value: 'Acme' },
            IsPersonAccount: { value: false },
            PersonContactId: { value: null }
        };
        const lookUp = createRecordLookUp(org({ SwitchboardPersonAccount: rows('Account', company) }));
        expect(await lookUp(ACCOUNT)).toEqual({ ...ACCOUNT, name: 'Acme', phones: [] });
    });

    it('an org without person accounts is asked about them once', async () => {
        const reader = org({
            SwitchboardPersonAccount: NO_SUCH_FIELD,
            SwitchboardAccount: rows('Account', { Id: ACCOUNT.id, Name: { value: 'Acme' } })
        });
        const lookUp = createRecordLookUp(reader);
        expect(await lookUp(ACCOUNT)).toMatchObject({ name: 'Acme' });
        await lookUp(ACCOUNT);
        expect(reader.asked.filter((text) => text.includes('SwitchboardPersonAccount'))).toHaveLength(1);
    });

    it('an org that cannot be reached is no org without person accounts', async () => {
        const offline = new ReadError('offline', 'Failed to fetch');
        const reader = org({ SwitchboardPersonAccount: offline });
        const lookUp = createRecordLookUp(reader);
        await expect(lookUp(ACCOUNT)).rejects.toBe(offline);
        await expect(lookUp(ACCOUNT)).rejects.toBe(offline);
        expect(reader.asked).toHaveLength(2);
    });
});
