// Does node_modules hold what package-lock.json names? Plain JavaScript for Node 18.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

function readJson(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
        return undefined;
    }
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** True when a package.json asks for something else than the lock file knows. */
function differs(manifest, locked) {
    return DEPENDENCIES.some((kind) => {
        const wanted = manifest[kind] || {};
        const known = (locked && locked[kind]) || {};
        const names = new Set([...Object.keys(wanted), ...Object.keys(known)]);
        return [...names].some((name) => wanted[name] !== known[name]);
    });
}

/**
 * Why an install is needed, in words; undefined when everything is there. npm's own record of what it installed
 * (node_modules/.package-lock.json) is compared with package-lock.json; an optional package may be absent.
 */
export function missingPackages(root) {
    const lock = readJson(path.join(root, 'package-lock.json'));
    if (!lock || !lock.packages) return 'package-lock.json cannot be read';
    const installed = readJson(path.join(root, 'node_modules/.package-lock.json'));
    if (!installed || !installed.packages) return 'nothing is installed yet';

    for (const [place, wanted] of Object.entries(lock.packages)) {
        const isOurs = !place.includes('node_modules/');
        if (isOurs) {
            const manifest = readJson(path.join(root, place, 'package.json'));
            if (manifest && differs(manifest, wanted)) return `${path.posix.join(place, 'package.json')} has changed`;
            continue;
        }
        const found = installed.packages[place];
        if (!found) {
            if (wanted.optional || wanted.devOptional || wanted.peer) continue;
            return `${place.replace(/^.*node_modules\//, '')} is missing`;
        }
        if (found.version !== wanted.version || found.integrity !== wanted.integrity)
            return `${place.replace(/^.*node_modules\//, '')} has changed`;
        if (!wanted.optional && !wanted.link && !existsSync(path.join(root, place)))
            return `${place.replace(/^.*node_modules\//, '')} is missing`;
    }
    return undefined;
}
