/** What every command that works through a Dev Hub is told alike. */
export interface Wrong {
    readonly error: string;
}

export interface Given {
    readonly words: readonly string[];
    readonly values: ReadonlyMap<string, string>;
    /** Each --with, in order. */
    readonly also: readonly string[];
    readonly flags: ReadonlySet<string>;
}

export interface Options {
    /** Those with a value. */
    readonly values: readonly string[];
    readonly flags: readonly string[];
    /** What is wrong with a value as soon as it is read. */
    readonly fault: (option: string, value: string) => string | undefined;
}

/** The parts of a command line, or what is wrong with it. */
export function splitArguments(
    given: readonly string[],
    { values: withValue, flags: withoutValue, fault }: Options
): Given | Wrong | { readonly help: true } {
    const words: string[] = [];
    const values = new Map<string, string>();
    const also: string[] = [];
    const flags = new Set<string>();
    for (let index = 0; index < given.length; index += 1) {
        const word = given[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (withoutValue.includes(word)) {
            flags.add(word);
        } else if (withValue.includes(word)) {
            const value = given[(index += 1)];
            if (value === undefined || value.startsWith('-')) return { error: `${word} needs a value.` };
            const error = fault(word, value);
            if (error !== undefined) return { error };
            if (word === '--with') also.push(value);
            else values.set(word, value);
        } else if (word.startsWith('-')) {
            return { error: `There is no option ${word}.` };
        } else {
            words.push(word);
        }
    }
    return { words, values, also, flags };
}

export function hubOf({ words }: Given): { readonly hub: string } | Wrong {
    const [hub, ...more] = words;
    if (hub === undefined) return { error: 'DEV_HUB is missing: give the alias of a Dev Hub. sf org list shows them.' };
    if (more.length > 0) return { error: `One DEV_HUB: ${words.join(', ')} were given.` };
    return { hub };
}

export function phonePackageOf({ values }: Given): { readonly phonePackage?: string } | Wrong {
    const phonePackage = values.get('--phone-package');
    if (phonePackage === undefined) return {};
    if (/^04t\w{12}(\w{3})?$/.test(phonePackage)) return { phonePackage };
    return {
        error: `--phone-package is ${phonePackage}. Give the id of a package version, 04t and 12 or 15 more characters.`
    };
}
