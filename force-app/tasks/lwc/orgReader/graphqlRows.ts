/** One row of a GraphQL connection, its `{ value }` cells unwrapped. Outside data: check each value. */
export type Row = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function at(data: unknown, ...path: string[]): unknown {
    return path.reduce<unknown>((here, name) => (isRecord(here) ? here[name] : undefined), data);
}

export function rowsOf(data: unknown, object: string): Row[] {
    const edges = at(data, 'uiapi', 'query', object, 'edges');
    return (Array.isArray(edges) ? edges : []).flatMap((edge: unknown) => {
        const node = at(edge, 'node');
        return isRecord(node)
            ? [
                  Object.fromEntries(
                      Object.entries(node).map(([name, cell]) => [
                          name,
                          isRecord(cell) && 'value' in cell ? cell.value : cell
                      ])
                  )
              ]
            : [];
    });
}

/** Where the next page begins; undefined after the last. */
export function endCursor(data: unknown, object: string): string | undefined {
    const page = at(data, 'uiapi', 'query', object, 'pageInfo');
    const cursor = at(page, 'endCursor');
    return at(page, 'hasNextPage') === true && typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}
