// Which Node runs the project's TypeScript. Plain JavaScript for Node 18.
import { existsSync } from 'node:fs';
import path from 'node:path';

const NEEDED = [22, 18];

export function newEnough(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

function pinned(root) {
    return path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The Node that npm installed for the project, else this one if it is new enough, else undefined. */
export function findNode(root) {
    if (existsSync(pinned(root))) return pinned(root);
    return newEnough(process.versions.node) ? process.execPath : undefined;
}

export function tooOld(root) {
    return [
        `This project runs on Node ${NEEDED.join('.')} or newer; this is Node ${process.versions.node}.`,
        `npm could not install the project's own Node to ${pinned(root)}`,
        '(install scripts may be switched off, or the registry has no Node for this machine).',
        'Either run "npm rebuild node", or install Node 24 from https://nodejs.org, then run the same command again.'
    ].join('\n');
}
