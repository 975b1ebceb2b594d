import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { executeMutation, gql, graphql, resetGraphql } from './graphql.ts';
import type { GraphqlConfig, GraphqlResult } from './graphql.ts';

type Answer = { status?: number; body: unknown } | 'offline';

const QUERY = gql`
    query Find($id: String) {
        uiapi {
            query {
                Task(where: { CallObject: { eq: $id } }) {
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;
const realFetch = globalThis.fetch;
let answers: Answer[] = [];
let asked: { query: string; variables: unknown; operationName?: string }[] = [];

const settled = async (): Promise<void> => {
    for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

function wire(config: GraphqlConfig): { results: GraphqlResult[]; wire: graphql } {
    const results: GraphqlResult[] = [];
    const adapter = new graphql((result) => results.push(result));
    adapter.connect();
    adapter.update(config);
    return { results, wire: adapter };
}

describe('a developer who reads by GraphQL', () => {
    beforeEach(() => {
        resetGraphql();
        asked = [];
        answers = [];
        globalThis.fetch = (_url, init) => {
            asked.push(JSON.parse(String(init?.body)) as (typeof asked)[number]);
            const answer = answers.shift() ?? { body: { data: { n: 0 } } };
            if (answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
            return Promise.resolve(Response.json(answer.body, { status: answer.status ?? 200 }));
        };
    });
    afterEach(() => {
        globalThis.fetch = realFetch;
    });

    it('gets an empty result first, then the data', async () => {
        answers = [{ body: { data: { n: 1 } } }];
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        assert.deepEqual(results, [{ data: undefined, errors: undefined }]);
        await settled();
        assert.deepEqual(results[1]?.data, { n: 1 });
        assert.equal(results[1]?.errors, undefined);
    });

    it('sends the query as text, with its variables and the operation', async () => {
        wire({ query: QUERY, variables: { id: 'a' }, operationName: 'Find' });
        await settled();
        assert.match(asked[0]?.query ?? '', /^\s*query Find/);
        assert.deepEqual(asked[0]?.variables, { id: 'a' });
        assert.equal(asked[0]?.operationName, 'Find');
    });

    it('asks nothing while the query is undefined', async () => {
        const { results } = wire({ query: undefined, variables: {} });
        await settled();
        assert.equal(asked.length, 0);
        assert.equal(results.length, 1);
    });

    it('asks nothing while the variables are undefined', async () => {
        const { variables }: { variables?: Record<string, unknown> } = {};
        wire({ query: QUERY, variables } as GraphqlConfig);
        await settled();
        assert.equal(asked.length, 0);
    });

    it('gets the kept answer for the same question, in whatever order its variables stand', async () => {
        answers = [{ body: { data: { n: 1 } } }, { body: { data: { n: 2 } } }];
        wire({ query: QUERY, variables: { id: 'a', first: 2 } });
        await settled();
        const second = wire({ query: QUERY, variables: { first: 2, id: 'a' } });
        await settled();
        assert.deepEqual(second.results.at(-1)?.data, { n: 1 });
        assert.equal(asked.length, 1);
    });

    it('gets another answer for other variables', async () => {
        answers = [{ body: { data: { n: 1 } } }, { body: { data: { n: 2 } } }];
        const { results, wire: adapter } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        adapter.update({ query: QUERY, variables: { id: 'b' } });
        await settled();
        assert.deepEqual(results.at(-1)?.data, { n: 2 });
    });

    it('hears nothing from a refresh that brings the same data, but the refresh ends', async () => {
        answers = [{ body: { data: { n: 1 } } }, { body: { data: { n: 1 } } }];
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        await results.at(-1)?.refresh?.();
        assert.equal(asked.length, 2);
        assert.equal(results.length, 2);
    });

    it('has fresh data in hand when the refresh ends', async () => {
        answers = [{ body: { data: { n: 1 } } }, { body: { data: { n: 2 } } }];
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        await results.at(-1)?.refresh?.();
        assert.deepEqual(results.at(-1)?.data, { n: 2 });
    });

    it('shares one request among refreshes at the same time', async () => {
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        const refresh = results.at(-1)?.refresh;
        await Promise.all([refresh?.(), refresh?.()]);
        assert.equal(asked.length, 2);
    });

    it('reads the errors of a refused query', async () => {
        answers = [{ body: { data: {}, errors: [{ message: "Field 'X__mdt' in type 'RecordQuery' is undefined" }] } }];
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        assert.match(results.at(-1)?.errors?.[0]?.message ?? '', /is undefined/);
    });

    it('is answered afresh after an error: errors are not kept', async () => {
        answers = [{ body: { errors: [{ message: 'no' }] } }, { body: { data: { n: 1 } } }];
        wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        const second = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        assert.deepEqual(second.results.at(-1)?.data, { n: 1 });
    });

    it('can refresh after being offline', async () => {
        answers = ['offline', { body: { data: { n: 1 } } }];
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        assert.match(results.at(-1)?.errors?.[0]?.message ?? '', /Disconnected/);
        await results.at(-1)?.refresh?.();
        assert.deepEqual(results.at(-1)?.data, { n: 1 });
    });

    it('sees a refresh fail when the org cannot be reached', async () => {
        answers = [{ body: { data: { n: 1 } } }, 'offline'];
        const { results } = wire({ query: QUERY, variables: { id: 'a' } });
        await settled();
        await assert.rejects(results.at(-1)?.refresh?.() ?? Promise.resolve(), { status: 400 });
    });

    it('hears nothing after its component left the page', async () => {
        const { results, wire: adapter } = wire({ query: QUERY, variables: { id: 'a' } });
        adapter.disconnect();
        await settled();
        assert.equal(results.length, 1);
    });

    it('puts a fragment made by gql into a query', async () => {
        const fragment = gql`
            fragment Name on Contact {
                Name {
                    value
                }
            }
        `;
        wire({
            query: gql`
                query {
                    uiapi {
                        query {
                            Contact {
                                edges {
                                    node {
                                        ...Name
                                    }
                                }
                            }
                        }
                    }
                }
                ${fragment}
            `
        });
        await settled();
        assert.match(asked[0]?.query ?? '', /\}\s*fragment Name on Contact/);
    });

    it('gets the ids and errors of a mutation as they are', async () => {
        answers = [{ body: { data: { uiapi: { TaskCreate: null } }, errors: [{ message: 'UNABLE_TO_LOCK_ROW' }] } }];
        const result = await executeMutation({
            query: gql`
                mutation M {
                    uiapi {
                        x
                    }
                }
            `,
            variables: { input: {} }
        });
        assert.deepEqual(result.data, { uiapi: { TaskCreate: null } });
        assert.equal(result.errors?.[0]?.message, 'UNABLE_TO_LOCK_ROW');
    });

    it('gets no errors where the org gave an empty list of them', async () => {
        answers = [{ body: { data: { n: 1 }, errors: [] } }];
        assert.equal((await executeMutation({ query: QUERY })).errors, undefined);
    });

    it('sees a mutation rejected with status and body when the session expired', async () => {
        answers = [{ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] }];
        await assert.rejects(executeMutation({ query: QUERY }), {
            ok: false,
            status: 401,
            body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]
        });
    });

    it('sees a mutation rejected as disconnected when the org cannot be reached', async () => {
        answers = ['offline'];
        await assert.rejects(executeMutation({ query: QUERY }), { status: 400, message: 'Disconnected or Canceled' });
    });

    it('is told to use the gql tag', async () => {
        await assert.rejects(executeMutation({ query: { kind: 'Document' } }), /gql/);
    });
});
