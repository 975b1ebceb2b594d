import type { PageRecord } from 'c/agentDesk';
import { objectOfId } from 'c/attributeMapping';
import type { PageReference } from 'lightning/navigation';

/** The record in front of the agent; undefined on any other page. Some page references name no object. */
export function pageRecordOf(page: PageReference | null | undefined): PageRecord | undefined {
    const { objectApiName, recordId: id } = page?.attributes ?? {};
    if (page?.type !== 'standard__recordPage' || typeof id !== 'string') return undefined;
    const object = typeof objectApiName === 'string' ? objectApiName : objectOfId(id);
    return object ? { id, objectApiName: object } : undefined;
}
