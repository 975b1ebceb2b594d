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

/** What an admin's report says of a Task's unsaved fields. */
export async function reportedUnsaved(url: string, id: string): Promise<string | null> {
    const query = `query Unsaved($id: ID) {
        uiapi { query { Task(where: { Id: { eq: $id } }) { edges { node { SwitchboardUnsaved__c { value } } } } } }
    }`;
    const data = (await ask(url, query, { id })) as {
        uiapi: { query: { Task: { edges: readonly { node: { SwitchboardUnsaved__c: { value: string | null } } }[] } } };
    };
    const [row] = data.uiapi.query.Task.edges;
    if (!row) throw new Error(`There is no Task ${id}.`);
    return row.node.SwitchboardUnsaved__c.value;
}
