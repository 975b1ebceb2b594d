/** What an administrator does beside the agent: through the org's own API, as another user. */
async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    const response = await fetch(new URL('/services/data/v66.0/graphql', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: 'sid=admin' },
        body: JSON.stringify({ query, variables })
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly unknown[] };
    if (!response.ok || (errors !== undefined && errors.length > 0)) {
        throw new Error(`The org answered ${response.status}: ${JSON.stringify(errors)}`);
    }
    return data;
}

/** The id of the record with this name; of the first one where the name is empty. */
export async function recordId(url: string, object: string, name: string): Promise<string> {
    const where = name === '' ? '' : '(where: { Name: { eq: $name } }, first: 1)';
    const query = `query Find${name === '' ? '' : '($name: String)'} {
        uiapi { query { ${object}${where} { edges { node { Id } } } } }
    }`;
    const data = (await ask(url, query, { name })) as {
        uiapi: { query: Record<string, { edges: readonly { node: { Id: string } }[] } | undefined> };
    };
    const id = data.uiapi.query[object]?.edges[0]?.node.Id;
    if (id === undefined) throw new Error(`There is no ${object} ${name}.`);
    return id;
}

export async function changeTask(url: string, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    await ask(
        url,
        `mutation Change($input: TaskUpdateInput!) { uiapi { TaskUpdate(input: $input) { Record { Id } } } }`,
        { input: { Id: id, Task: values } }
    );
}

export async function deleteTask(url: string, id: string): Promise<void> {
    await ask(url, `mutation Delete($input: RecordDeleteInput!) { uiapi { TaskDelete(input: $input) { Id } } }`, {
        input: { Id: id }
    });
}
