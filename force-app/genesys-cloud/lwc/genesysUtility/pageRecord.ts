import type { PageRecord } from 'c/agentDesk';
import type { PageReference } from 'lightning/navigation';

/** Some page references name no object; the first characters of an id do. */
const BY_PREFIX: Readonly<Record<string, string>> = {
    '001': 'Account',
    '003': 'Contact',
    '006': 'Opportunity',
    '00Q': 'Lead',
    '500': 'Case'
};

/** The record in front of the agent; undefined on any other page. */
export function pageRecordOf(page: PageReference | null | undefined): PageRecord | undefined {
    const { objectApiName, recordId: id } = page?.attributes ?? {};
    if (page?.type !== 'standard__recordPage' || typeof id !== 'string') return undefined;
    const object = typeof objectApiName === 'string' ? objectApiName : BY_PREFIX[id.slice(0, 3)];
    return object ? { id, objectApiName: object } : undefined;
}
