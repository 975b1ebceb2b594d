import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reachedFrom } from '../../scripts/package/reached.ts';
import { javaScriptOf, writeService } from '../../scripts/package/service.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Writes the bridge as JavaScript, so that no types are taken away while it starts. Gives its folder. */
export function packedBridge(): string {
    const [home, built] = [path.join(root, 'services/messaging-bridge'), path.join(root, 'build/bench/bridge')];
    rmSync(built, { recursive: true, force: true });
    for (const file of [...reachedFrom(home, ['bridge.ts']), 'pubsub/pubsub_api.proto']) {
        const [from, to] = [path.join(home, file), path.join(built, file.replace(/\.ts$/, '.js'))];
        mkdirSync(path.dirname(to), { recursive: true });
        if (file.endsWith('.ts')) writeFileSync(to, javaScriptOf(readFileSync(from, 'utf8'), file));
        else cpSync(from, to);
    }
    writeFileSync(path.join(built, 'package.json'), '{ "type": "module" }\n');
    const needed = writeService(root, 'genesys-api', path.join(built, 'needed'));
    cpSync(needed, path.join(built, 'node_modules/@switchboard/genesys-api'), { recursive: true });
    return built;
}
