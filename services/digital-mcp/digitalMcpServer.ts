/** The MCP server of the Genesys Cloud digital-conversation tools, for a program that starts it itself. */
export { readConfiguration } from './configuration.ts';
export type { Configuration, Policy } from './configuration.ts';
export { MCP_PATH } from './httpServer.ts';
export type { Serving } from './httpServer.ts';
export { startHttp } from './startServer.ts';
export type { ServerParts } from './startServer.ts';
