/** The packages of a package-lock.json, and which of them come along with one of ours. */

interface Entry {
    readonly version?: string;
    readonly license?: string;
    readonly link?: boolean;
    readonly resolved?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
    readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** By the place of each package: `node_modules/a/node_modules/b`, or `services/x` for one of ours. */
export interface Lock {
    readonly packages: Readonly<Record<string, Entry>>;
}

const FOLDER = 'node_modules/';

/** The places of all packages that are not ours. */
export function foreign({ packages }: Lock): string[] {
    return Object.keys(packages).filter((place) => place.includes(FOLDER) && !packages[place]?.link);
}

export function nameAt(place: string): string {
    return place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);
}

/** Where Node finds `name` from `place`: in its own node_modules, or in those of a folder above it. */
function found({ packages }: Lock, place: string, name: string): string | undefined {
    for (let above = place; ;) {
        const at = `${above}${above && '/'}${FOLDER}${name}`;
        const entry = packages[at];
        if (entry) return entry.link ? entry.resolved : at;
        if (!above) return undefined;
        const inner = above.lastIndexOf(`/${FOLDER}`);
        above = inner < 0 ? '' : above.slice(0, inner);
    }
}

function needs(entry: Entry): string[] {
    const peers = Object.keys(entry.peerDependencies ?? {});
    return [
        ...Object.keys(entry.dependencies ?? {}),
        ...Object.keys(entry.optionalDependencies ?? {}),
        ...peers.filter((name) => !entry.peerDependenciesMeta?.[name]?.optional)
    ];
}

/** The places of all that somebody installs with the package at `place`; not what its developers need. */
export function comesWith(lock: Lock, place: string): Set<string> {
    const reached = new Set<string>();
    const waiting = [place];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
        const entry = lock.packages[at];
        if (!entry) throw new Error(`package-lock.json does not know ${at}: run npm install`);
        for (const name of needs(entry)) {
            const next = found(lock, at, name);
            // What is optional and not for this machine may be missing.
            if (next === undefined || reached.has(next)) continue;
            reached.add(next);
            waiting.push(next);
        }
    }
    return reached;
}
