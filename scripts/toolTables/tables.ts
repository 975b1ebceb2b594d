/** The tools as tables for people. */
import type { Permissions } from '../../services/genesys-api/operations.ts';
import type { RECIPIENTS } from '../../services/digital-mcp/arguments/recipientsIn.ts';
import type { DigitalTool } from '../../services/digital-mcp/tools/tools.ts';
import { table } from '../contractTables/tables.ts';

export interface ToolsetRow {
    /** As Markdown. */
    readonly name: string;
    readonly tools: number;
    /** How many of them only read. */
    readonly reading: number;
    /** Of the list that a client gets. */
    readonly bytes: number;
}

export function toolsetTable(rows: readonly ToolsetRow[]): string {
    return table(
        ['toolset', 'tools', 'of these only read', 'size of the list'],
        rows.map(({ name, tools, reading, bytes }) => [
            name,
            String(tools),
            String(reading),
            `${(bytes / 1024).toFixed(0)} KB`
        ])
    );
}

export function toolTable(tools: readonly DigitalTool[]): string {
    return table(
        ['tool', 'title', 'toolset', 'what it does', 'endpoint', 'permission'],
        tools.map((tool) => [
            `\`${tool.shortName}\``,
            tool.title,
            `\`${tool.toolset}\``,
            effectOf(tool),
            `\`${tool.operation.method} ${tool.operation.path}\``,
            permissionOf(tool.operation.permissions)
        ])
    );
}

function effectOf({ readOnly, destructive, customerFacing, operation }: DigitalTool): string {
    const facts = [
        readOnly ? 'reads' : 'changes',
        ...(destructive ? ['destructive'] : []),
        ...(customerFacing ? ['**reaches a customer**'] : []),
        ...(operation.needsUserContext === true ? ['needs a user'] : []),
        ...(operation.needsUserContext === false ? ['needs a client without user'] : [])
    ];
    return facts.join(', ');
}

function permissionOf({ mode, names }: Permissions): string {
    return mode === 'none'
        ? 'none; takes part'
        : names.map((name) => `\`${name}\``).join(mode === 'all' ? ' and ' : ' or ');
}

/** What the API of today has more than the published tools, or less. */
export function driftTable(tools: readonly DigitalTool[]): string {
    const rows = tools.flatMap(({ shortName, operation: { apiOnlyParams = [], removedUpstream = [] } }) => {
        const more = apiOnlyParams.map(({ name, type }) => `\`${name}\` (${type})`).join(', ');
        const less = removedUpstream.map((name) => `\`${name}\``).join(', ');
        return more === '' && less === '' ? [] : [[`\`${shortName}\``, more || '–', less || '–']];
    });
    return table(['tool', 'only the API has it', 'the API has it no more'], rows);
}

const WHERE = {
    address: '',
    addresses: '[…]',
    target: '',
    mail: '.email',
    mails: '[…].email',
    channel: '.from.id'
} as const;

/** Which arguments name somebody to whom is written. */
export function recipientTable(recipients: typeof RECIPIENTS): string {
    const rows = Object.entries(recipients).map(([tool, fields]) => [
        `\`${tool}\``,
        Object.entries(fields)
            .map(([name, kind]) => `\`${name}${WHERE[kind]}\``)
            .join(', ')
    ]);
    return table(['tool', 'who is looked at'], rows);
}
