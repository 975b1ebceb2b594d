import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { MCP_PORT } from '../local/mcp.ts';
import { readConfiguration } from '../services/digital-mcp/connections/configuration.ts';
import { MCP_PATH } from '../services/digital-mcp/serving/httpServer.ts';
import { TOOLS } from '../services/digital-mcp/tools/tools.ts';
import { pageWithTables, readPage } from './toolTables/page.ts';
import { toolTable } from './toolTables/tables.ts';

const root = path.resolve(import.meta.dirname, '..');
const page = readPage();

test('an admin reads each tool, each toolset and the drift in the guide as the code has them', async () => {
    // The pages themselves would fill the screen.
    const same = page === (await pageWithTables(page));
    assert.ok(same, 'docs/mcp.md differs from services/digital-mcp: run npm run tool-tables');
});

test('an admin finds all 63 tools, and which reach a customer', () => {
    const rows = toolTable(TOOLS).split('\n').slice(2);
    assert.equal(rows.length, 63);
    assert.equal(rows.filter((row) => row.includes('**reaches a customer**')).length, 9);
    assert.ok(rows.every((row) => /\| (reads|changes)/.test(row) && row.includes('/api/v2/conversations/')));
});

test('a developer finds each word that an error may have as its reason, and no other', () => {
    const source = readFileSync(path.join(root, 'services/digital-mcp/calling/callError.ts'), 'utf8');
    const [, union = ''] = /export type Reason =([^;]*);/.exec(source) ?? [];
    const reasons = [...union.matchAll(/'(\w+)'/g)].map(([, reason]) => reason);
    const [, section = ''] = /^## Errors\n([^]*?)^## /m.exec(page) ?? [];
    const told = [...section.matchAll(/^\| `(\w+)` /gm)].map(([, reason]) => reason);
    assert.ok(reasons.length > 10);
    assert.deepEqual(told, reasons);
});

test('a developer who looks a lost message up finds the tools that the guide names', () => {
    const named = [...page.matchAll(/`((?:get|post|patch|put|delete)_[a-z_]+)`/g)].map(([, name]) => name);
    assert.ok(named.length > 63);
    assert.deepEqual(
        named.filter((name) => !TOOLS.some(({ shortName }) => shortName === name)),
        []
    );
});

test('an operator who copies the configuration of the guide has one that can be used', () => {
    const file = path.join(root, 'services/digital-mcp/examples/digital-mcp.json');
    const { callers = {}, connections } = readConfiguration(readFileSync(file, 'utf8'));
    assert.deepEqual(Object.keys(connections), ['support-eu', 'edna']);
    assert.deepEqual(Object.keys(callers), ['desk', 'assistant']);
});

test('an operator who copies the configuration of the package has one that can be used, with one connection', () => {
    const file = path.join(root, 'services/digital-mcp/examples/one-connection.json');
    const { connections, defaultConnection } = readConfiguration(readFileSync(file, 'utf8'));
    assert.deepEqual([Object.keys(connections), defaultConnection], [['support-eu'], 'support-eu']);
});

test('a developer who copies the blocks of the guide reaches the server that npm run mcp starts, and the command', () => {
    const block = (name: string): { mcpServers: { genesys: { url?: string; args?: readonly string[] } } } =>
        JSON.parse(readFileSync(path.join(root, 'services/digital-mcp/examples', name), 'utf8')) as never;
    const { url } = block('client-http.json').mcpServers.genesys;
    assert.equal(url, `http://127.0.0.1:${MCP_PORT}${MCP_PATH}`);
    const { args: [command = '', ...options] = [] } = block('client-stdio.json').mcpServers.genesys;
    assert.ok(existsSync(path.join(root, command.replace('/path/to/switchboard/', ''))));
    const usage = readFileSync(path.join(root, 'services/digital-mcp/digitalMcp.ts'), 'utf8');
    for (const option of options.filter((one) => one.startsWith('--'))) assert.ok(usage.includes(option), option);
});

test('a reader is told what PCID means where it first stands, on each page', () => {
    for (const file of [
        'README.md',
        'docs/mcp.md',
        'docs/architecture.md',
        'docs/privacy.md',
        'SECURITY.md',
        'CHANGELOG.md'
    ]) {
        const text = readFileSync(path.join(root, file), 'utf8');
        const at = text.search(/\bPCIDs?\b/);
        if (at >= 0) assert.match(text.slice(at, at + 40), /^PCID(\*\*)? \(PinkConnect id\)/, file);
    }
});
