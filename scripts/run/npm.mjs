// Where npm is, as a command that needs no shell. Plain JavaScript for Node 18.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** `{ command, args, shell }`: start it with these arguments first. */
export function npmCommand(env = process.env, execPath = process.execPath) {
    const node = env.npm_node_execpath || execPath;
    const folder = path.dirname(node);
    const places = [
        // Set by npm itself; by yarn and pnpm too, hence the look at the name.
        /npm-cli\.c?js$/.test(env.npm_execpath || '') ? env.npm_execpath : undefined,
        path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
        path.join(folder, '../lib/node_modules/npm/bin/npm-cli.js')
    ];
    const cli = places.find((place) => place && existsSync(place));
    if (cli) return { command: node, args: [cli], shell: false };
    // Windows starts npm.cmd only through a shell; the arguments are ours.
    return process.platform === 'win32'
        ? { command: 'npm.cmd', args: [], shell: true }
        : { command: 'npm', args: [], shell: false };
}
