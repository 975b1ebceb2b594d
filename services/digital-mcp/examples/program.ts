import { readFileSync } from 'node:fs';
import { logToStandardError, readConfiguration, startHttp } from '@switchboard/digital-mcp';

const configuration = readConfiguration(readFileSync('digital-mcp.json', 'utf8'));
const { url, close } = await startHttp({
    configuration,
    folder: import.meta.dirname,
    env: process.env,
    log: logToStandardError(),
    port: 4690
});
console.error(url);
process.once('SIGTERM', () => void close());
