/** Object descriptions through UI API, as the signed-in user may see them. */
import { createKeptAnswers, wireOver } from '../keptAnswers.ts';

export interface GetObjectInfoConfig {
    readonly objectApiName: string | { readonly objectApiName: string } | undefined;
}

const answers = createKeptAnswers();

/** Wire adapter. Does not run while `objectApiName` is undefined. */
export const getObjectInfo = wireOver<GetObjectInfoConfig>(answers, ({ objectApiName }) => {
    const name = typeof objectApiName === 'object' ? objectApiName.objectApiName : objectApiName;
    return name ? `/ui-api/object-info/${encodeURIComponent(name)}` : undefined;
});
