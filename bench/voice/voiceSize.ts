import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sizeOf } from '../size.ts';
import type { Size } from '../size.ts';

const MODULES = path.resolve(import.meta.dirname, '../../node_modules');

export interface VoiceSizes {
    readonly ours: Size;
    readonly beside: Size | { readonly notMeasured: string };
}

/**
 * What decodes the events of Salesforce Voice, beside what Salesforce gives to phones for the other direction: it checks
 * their messages to Salesforce, and carries the connection to it. Not installed is no failure.
 */
export async function measureVoiceSizes(beside = '@salesforce/scv-connector-base'): Promise<VoiceSizes> {
    const ours = await sizeOf({
        what: 'c/voiceToolkitEvents: decode',
        entry: `export { decodeVoiceEvent } from 'c/voiceToolkitEvents'`
    });
    const manifest = path.join(MODULES, beside, 'package.json');
    if (!existsSync(manifest))
        return { ours, beside: { notMeasured: `${beside} is not installed: add it to devDependencies.` } };
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
    const entry = `import * as all from '${beside}'; export { all }`;
    return { ours, beside: await sizeOf({ what: `${beside} ${version}`, entry }) };
}
