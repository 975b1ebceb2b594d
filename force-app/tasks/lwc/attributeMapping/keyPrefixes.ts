/** First three characters of the ids of standard objects, the same in every org. */
const PREFIXES: Readonly<Record<string, string>> = {
    '001': 'Account',
    '003': 'Contact',
    '005': 'User',
    '006': 'Opportunity',
    '00Q': 'Lead',
    '00T': 'Task',
    '00U': 'Event',
    '500': 'Case',
    '701': 'Campaign',
    '800': 'Contract'
};

/** The object of a standard record's id; undefined where the id does not tell. */
export function objectOfId(id: string): string | undefined {
    const prefix = id.slice(0, 3);
    return Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
}
