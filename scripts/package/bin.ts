/** What stands between the command of a packed service and its program. */

interface Command {
    readonly name: string;
    /** The program, relative to the folder of the command: `../digitalMcp.js` */
    readonly program: string;
    /** As the manifest's `engines` says it: `>=22.18.0` */
    readonly engine: string;
}

/**
 * Two files in CommonJS. The first is ECMAScript 5, so that a Node of any age reads it whole and says what is missing;
 * `import()`, which Node 8 cannot even read, is in the other.
 */
export function commandFiles({ name, program, engine }: Command): Readonly<Record<string, string>> {
    const [, major, minor] = /^>=(\d+)\.(\d+)\.\d+$/.exec(engine) ?? [];
    if (major === undefined || minor === undefined)
        throw new Error(`engines.node is "${engine}". Allowed: ">=" and a version, such as ">=22.18.0".`);
    return {
        [`${name}.cjs`]: `#!/usr/bin/env node
'use strict';
var version = process.versions.node;
var parts = version.split('.').map(Number);
if (parts[0] > ${major} || (parts[0] === ${major} && parts[1] >= ${minor})) {
    require('./${name}.start.cjs');
} else {
    console.error(
        '${name} needs Node ${major}.${minor} or newer, and this is Node ' + version + '.\\n' +
        'Install a newer one from https://nodejs.org, then run the same command again.'
    );
    process.exitCode = 2;
}
`,
        [`${name}.start.cjs`]: `'use strict';\nimport('${program}');\n`
    };
}
