/** Whose phones the agent's panel can stand before. */
export const VENDORS = ['genesysCloud', 'salesforceVoice'] as const;

export type Vendor = (typeof VENDORS)[number];

/** Writes where both are on one page and no setting names one. */
export const WRITER_UNLESS_NAMED: Vendor = 'genesysCloud';

/** As the setting spells it, in any case; undefined for what names none. */
export function vendorNamed(text: unknown): Vendor | undefined {
    const wanted = typeof text === 'string' ? text.trim().toLowerCase() : '';
    return VENDORS.find((vendor) => vendor.toLowerCase() === wanted);
}

/** False for the vendor that writes before every other one, and for what is none of ours. */
export function givesWay(vendor: string): boolean {
    return vendor !== WRITER_UNLESS_NAMED && vendorNamed(vendor) !== undefined;
}

/** The vendor that writes what this one tells: itself, or another one. `named`: by the setting. `present`: on the page. */
export function writerFor(vendor: string, named: Vendor | undefined, present: readonly string[]): string {
    return named ?? (givesWay(vendor) && present.includes(WRITER_UNLESS_NAMED) ? WRITER_UNLESS_NAMED : vendor);
}

/**
 * What an admin is told: `one`: nobody has to choose. `choose`: both are there, none is named. `missing`: the one that is
 * named is not there, and another one is.
 */
export interface VendorQuestion {
    readonly state: 'one' | 'choose' | 'chosen' | 'missing';
    readonly writer?: Vendor;
}

export function vendorQuestion(named: Vendor | undefined, present: readonly string[]): VendorQuestion {
    if (named === undefined) {
        const both = VENDORS.every((vendor) => present.includes(vendor));
        return both ? { state: 'choose', writer: WRITER_UNLESS_NAMED } : { state: 'one' };
    }
    return { state: present.length > 0 && !present.includes(named) ? 'missing' : 'chosen', writer: named };
}
