import path from 'node:path';
import { writeService } from '../../scripts/package/service.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The bridge as it is packed: JavaScript, so that no types are taken away while it starts. Gives its folder. */
export const packedBridge = (): string => writeService(root, 'messaging-bridge', path.join(root, 'build/bench/bridge'));
