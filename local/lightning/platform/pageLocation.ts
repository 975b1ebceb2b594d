/** Which page is open, as a page reference, and its address in Lightning's form. */
import { createPageValue } from './valueWire.ts';

export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
}

const OBJECT_BY_PREFIX: Readonly<Record<string, string>> = {
    '001': 'Account',
    '003': 'Contact',
    '005': 'User',
    '00Q': 'Lead',
    '00T': 'Task',
    '00U': 'Event',
    '0LQ': 'VoiceCall',
    '500': 'Case'
};

/** The page in front. Undefined until the shell has opened one. */
export const currentPage = createPageValue<PageReference | undefined>(undefined);

/** Throws a RangeError for a page this app cannot show. */
export function addressOf(page: {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, unknown>>;
}): string {
    const { type, attributes = {} } = page;
    const text = (name: string): string => encodeURIComponent(String(attributes[name] ?? ''));
    const query = queryOf(page.state ?? {});
    switch (type) {
        case 'standard__recordPage': {
            const object = attributes['objectApiName'] ?? objectOf(String(attributes['recordId'] ?? '')) ?? 'sObject';
            const action = attributes['actionName'] ?? 'view';
            return `/lightning/r/${encodeURIComponent(String(object))}/${text('recordId')}/${String(action)}${query}`;
        }
        case 'standard__objectPage':
            return `/lightning/o/${text('objectApiName')}/${String(attributes['actionName'] ?? 'list')}${query}`;
        case 'standard__navItemPage':
            return `/lightning/n/${text('apiName')}${query}`;
        case 'standard__webPage':
            return String(attributes['url'] ?? '');
        default:
            throw new RangeError(
                `Page reference type is ${JSON.stringify(type)}. This page shows standard__recordPage, ` +
                    'standard__objectPage, standard__navItemPage and standard__webPage.'
            );
    }
}

/** The page at a path such as `/lightning/r/Contact/003…/view`; undefined when there is none. */
export function pageAt(path: string): PageReference | undefined {
    const url = new URL(path, 'http://page.invalid');
    const state = Object.fromEntries(url.searchParams);
    const [root, kind, ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    if (root !== 'lightning') return undefined;
    const [first = '', second = '', third = 'view'] = rest;
    if (kind === 'r' && first && second) {
        return {
            type: 'standard__recordPage',
            attributes: { objectApiName: first, recordId: second, actionName: third },
            state
        };
    }
    if (kind === 'o' && first) {
        return {
            type: 'standard__objectPage',
            attributes: { objectApiName: first, actionName: second || 'list' },
            state
        };
    }
    if (kind === 'n' && first) return { type: 'standard__navItemPage', attributes: { apiName: first }, state };
    return undefined;
}

export function objectOf(recordId: string): string | undefined {
    return OBJECT_BY_PREFIX[recordId.slice(0, 3)];
}

/** Opens a page without loading the document again, as Lightning does. */
export function openPage(page: PageReference, address = addressOf(page), replace = false): void {
    if (replace) globalThis.history.replaceState(null, '', address);
    else globalThis.history.pushState(null, '', address);
    currentPage.set(page);
}

function queryOf(state: Readonly<Record<string, unknown>>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) if (value !== undefined) query.set(name, String(value));
    return query.size > 0 ? `?${query.toString()}` : '';
}
