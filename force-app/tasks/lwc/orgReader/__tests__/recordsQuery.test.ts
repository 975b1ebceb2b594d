import { recordsQuery } from 'c/orgReader';

/** On one line, as the org reads it. */
function text(question: Parameters<typeof recordsQuery>[0]): string {
    return String(recordsQuery(question)).replace(/\s+/g, ' ').trim();
}

const LEADS = { name: 'SwitchboardLeads', object: 'Lead', which: 'first: 1' } as const;

describe('a question for records', () => {
    it('asks for the value of each field, and for ids as they are', () => {
        expect(text({ ...LEADS, fields: ['Id', 'DisplayValue', 'Phone'] })).toBe(
            'query SwitchboardLeads { uiapi { query { Lead(first: 1) { edges { node { Id DisplayValue Phone { value } } } } } } }'
        );
    });

    it('asks for a field of a record that is named', () => {
        expect(text({ ...LEADS, fields: ['Account.Name'] })).toContain('node { Account { Name { value } } }');
    });

    it('asks where the next page begins, where there may be one', () => {
        expect(text({ ...LEADS, fields: ['Id'], paged: true })).toContain('pageInfo { hasNextPage endCursor }');
        expect(text({ ...LEADS, fields: ['Id'] })).not.toContain('pageInfo');
    });

    it('keeps its variables', () => {
        expect(
            text({
                name: 'SwitchboardLead($id: ID)',
                object: 'Lead',
                which: 'where: { Id: { eq: $id } }, first: 1',
                fields: ['Id']
            })
        ).toMatch(/^query SwitchboardLead\(\$id: ID\) .* Lead\(where: \{ Id: \{ eq: \$id \} \}, first: 1\)/);
    });
});
