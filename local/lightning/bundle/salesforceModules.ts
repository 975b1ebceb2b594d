/** Modules that only the platform has: labels, channels, schema references, who and where the user is. */
export interface PlatformFacts {
    readonly labels: ReadonlyMap<string, string>;
}

const OF_THE_PAGE: Readonly<Record<string, [name: string, fallback: string]>> = {
    '@salesforce/user/Id': ['userId', '005000000000001AAA'],
    '@salesforce/i18n/locale': ['locale', 'en-US'],
    '@salesforce/i18n/timeZone': ['timeZone', 'UTC'],
    '@salesforce/i18n/lang': ['lang', 'en-US']
};

/**
 * The source of such a module, or undefined when the name is none of them. Throws an Error for a label that no package
 * defines.
 */
export function salesforceModule(id: string, { labels }: PlatformFacts): string | undefined {
    const own = OF_THE_PAGE[id];
    if (own) return `export default globalThis.localPage?.${own[0]} ?? ${JSON.stringify(own[1])};`;
    const [, kind, name = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(id) ?? [];
    switch (kind) {
        case 'label':
            return name.startsWith('c.') ? translated(name.slice(2), labelOf(name.slice(2), labels)) : undefined;
        case 'messageChannel':
            return exported(name);
        case 'schema': {
            const [objectApiName, ...field] = name.split('.');
            return exported(field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName });
        }
        case 'resourceUrl':
            return exported(`/resource/${name}`);
        case 'customPermission':
            return 'export default undefined;';
        case 'userPermission':
            // No permission set of the project grants one: administrators have them all.
            return `export default globalThis.localPage?.profile === 'System Administrator' || undefined;`;
        default:
            return undefined;
    }
}

function labelOf(name: string, labels: ReadonlyMap<string, string>): string {
    const value = labels.get(name);
    if (value === undefined) throw new Error(`The custom label ${name} does not exist. Add it to a labels file.`);
    return value;
}

/** The page's server says the texts of another language than English. */
function translated(name: string, english: string): string {
    return `export default globalThis.localPage?.labels?.[${JSON.stringify(name)}] ?? ${JSON.stringify(english)};`;
}

function exported(value: unknown): string {
    return `export default ${JSON.stringify(value)};`;
}
