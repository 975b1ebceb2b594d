/** The page of the MCP server with its tables as the code has them now. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { RECIPIENTS } from '../../services/digital-mcp/arguments/recipientsIn.ts';
import { readConfiguration } from '../../services/digital-mcp/connections/configuration.ts';
import { listedFor } from '../../services/digital-mcp/serving/mcpServer.ts';
import { TOOLS, TOOLSETS } from '../../services/digital-mcp/tools/tools.ts';
import { uploadMediaTool } from '../../services/digital-mcp/media/uploadMediaTool.ts';
import { withTable } from '../contractTables/tables.ts';
import { driftTable, recipientTable, toolsetTable, toolTable } from './tables.ts';
import type { ToolsetRow } from './tables.ts';

export const PAGE = path.resolve(import.meta.dirname, '../../docs/mcp.md');

export function readPage(): string {
    return readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');
}

/** Formatted as the project's pages are. */
export async function pageWithTables(page: string): Promise<string> {
    const tables = {
        tools: toolTable([...TOOLS, uploadMediaTool({ fromFolder: true })]),
        toolsets: toolsetTable(sizes()),
        drift: driftTable(TOOLS),
        recipients: recipientTable(RECIPIENTS)
    } as const;
    const filled = Object.entries(tables).reduce((text, [name, table]) => withTable(text, name, table), page);
    const config = await prettier.resolveConfig(PAGE);
    return prettier.format(filled, { ...config, plugins: [], parser: 'markdown' });
}

/** What a client is told of each choice, in bytes of `tools/list`. */
function sizes(): ToolsetRow[] {
    const row = (name: string, policy: object, toolNames = 'published'): ToolsetRow => {
        const grant = { type: 'accessToken', token: { env: 'TOKEN' } };
        const connections = { one: { region: 'eu_west_1', grant, policy } };
        const configuration = readConfiguration(JSON.stringify({ connections, toolNames }));
        const tools = listedFor(configuration, { name: 'reader', connections: ['one'] });
        return {
            name,
            tools: tools.length,
            reading: tools.filter(({ annotations }) => annotations?.readOnlyHint === true).length,
            bytes: Buffer.byteLength(JSON.stringify({ tools }))
        };
    };
    return [
        ...TOOLSETS.map((toolset) => row(`\`${toolset}\``, { toolsets: [toolset] })),
        row('all', {}),
        row('all, short names', {}, 'short'),
        row('all, `readOnly`', { readOnly: true })
    ];
}
