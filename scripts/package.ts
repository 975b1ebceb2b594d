/**
 * npm run package [-- --accept-api]
 *
 * Packs `switchboard-client-events` for other teams, and the services. With --accept-api the committed surface of the
 * former is written anew first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placesIn, typings, writeContents } from './package/contents.ts';
import { pack } from './package/pack.ts';
import { SERVICES, serviceTypes, writeService } from './package/service.ts';

const root = path.resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);
const unknown = given.find((word) => word !== '--accept-api');

if (unknown !== undefined) {
    console.error(`npm run package: "${unknown}" is no option; there is --accept-api`);
    process.exitCode = 2;
} else {
    const { api } = placesIn(root);
    const now = await typings(root);
    if (given.length) {
        writeFileSync(api, now.api);
        console.log(`Written: ${path.relative(root, api)}`);
    } else if (readFileSync(api, 'utf8') !== now.api) {
        console.warn('The public surface differs from packages/client-events/api.d.ts: see npm test.');
    }
    const types = serviceTypes(root);
    const services = SERVICES.map((service) => writeService(root, service, undefined, types));
    const folders = [await writeContents(root, now), ...services];
    for (const folder of folders) console.log(`Packed: ${path.relative(root, pack(root, folder).file)}`);
}
