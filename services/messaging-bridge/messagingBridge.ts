/** The messaging bridge, for programs: `bridge.ts` is the command. */
export { createBridgeLog } from './operate/log.ts';
export type { BridgeLog } from './operate/log.ts';
export { readBridgeConfiguration } from './operate/configuration.ts';
export type { BridgeConfiguration } from './operate/configuration.ts';
export { runBridge } from './operate/runBridge.ts';
export type { RunningBridge, RunOptions } from './operate/runBridge.ts';
