/** The toolkit's element on the page: what it tells, checked, and what it is asked to do. */
export { createToolkitBridge } from './bridge.ts';
export { TOOLKIT_METHODS } from './methods.ts';
export type { ToolkitMethod } from './methods.ts';
export { ToolkitCallError } from './toolkitCallError.ts';
export type { CallErrorCode } from './toolkitCallError.ts';
export type { BridgeOptions, ToolkitBridge, ToolkitDiagnostics } from './types.ts';
export { watchToolkits } from './watches.ts';
export type { ToolkitWatch } from './watches.ts';
