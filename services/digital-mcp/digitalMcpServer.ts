/** The MCP server of the Genesys Cloud digital-conversation tools, for a program that starts it itself. */
export { readConfiguration } from './connections/configuration.ts';
export type { Configuration, Policy } from './connections/configuration.ts';
export { createLog, logToStandardError } from './serving/log.ts';
export { MCP_PATH } from './serving/httpServer.ts';
export type { Serving } from './serving/httpServer.ts';
export { startHttp } from './serving/startServer.ts';
export type { ServerParts } from './serving/startServer.ts';
export { memoryStore } from './state/stateStore.ts';
export type { MemoryStore, StateStore } from './state/stateStore.ts';
