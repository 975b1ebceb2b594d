import type { Policy } from '../connections/configuration.ts';
import { CallError } from '../calling/callError.ts';
import { toolNamed } from '../tools/tools.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** Who calls, as the transport knows: over stdio whoever started the process. */
export interface Caller {
    readonly name: string;
    /** PCIDs that it may use. */
    readonly connections: readonly string[];
    readonly policy?: Policy | undefined;
}

/** Where a call may name its connection, in the order that counts. */
export interface NamedConnection {
    readonly argument?: unknown;
    readonly header?: string | undefined;
    readonly query?: string | undefined;
    readonly configured?: string | undefined;
}

/** Throws CallError. Unknown and forbidden PCIDs have the same answer, so that nobody finds out which there are. */
export function connectionOf(caller: Caller, named: NamedConnection): string {
    const { argument, header, query, configured } = named;
    if (argument !== undefined && typeof argument !== 'string') {
        throw new CallError({ reason: 'badArgument', field: 'PCID', message: 'PCID is no text.', allowed: 'a text' });
    }
    const given = [argument, header, query].filter((one): one is string => typeof one === 'string' && one !== '');
    if (new Set(given).size > 1) {
        throw new CallError({
            reason: 'badArgument',
            field: 'PCID',
            message:
                'PCID (PinkConnect id) is given twice, with different values, in the argument, the header X-PCID or the address.',
            allowed: 'one connection for a call'
        });
    }
    const pcid = given[0] ?? configured;
    if (pcid === undefined) {
        throw new CallError({
            reason: 'badArgument',
            field: 'PCID',
            message: 'PCID (PinkConnect id) is missing: it names the connection to Genesys Cloud.',
            allowed: 'the id of a connection'
        });
    }
    if (!caller.connections.includes(pcid)) {
        throw new CallError({
            reason: 'connection',
            field: 'PCID',
            message: 'There is no connection with this PCID (PinkConnect id) for you.',
            hint: 'Use one that you were given.'
        });
    }
    return pcid;
}

/** What stands against a tool under these policies, in words; undefined where nothing does. */
export function forbidden(tool: DigitalTool, policies: readonly (Policy | undefined)[]): string | undefined {
    for (const { readOnly, toolsets, allow, deny } of policies.flatMap((one) => one ?? [])) {
        const isNamed = (names: readonly string[]): boolean =>
            names.includes(tool.name) || names.includes(tool.shortName);
        if (readOnly === true && !tool.readOnly) return 'it changes something, and this connection only reads';
        if (toolsets !== undefined && !toolsets.includes(tool.toolset))
            return `the toolset ${tool.toolset} is not switched on`;
        if (allow !== undefined && !isNamed(allow)) return 'it is not among the tools that are allowed';
        if (deny !== undefined && isNamed(deny)) return 'it is switched off';
        const part = deny === undefined ? undefined : tool.uses?.find((name) => namesTool(deny, name));
        if (part !== undefined) return `${part}, which it uses, is switched off`;
    }
    return undefined;
}

function namesTool(names: readonly string[], shortName: string): boolean {
    return names.some((name) => toolNamed(name)?.shortName === shortName);
}

/** A hidden tool is refused as well. */
export function assertAllowed(tool: DigitalTool, policies: readonly (Policy | undefined)[]): void {
    const why = forbidden(tool, policies);
    if (why !== undefined) {
        throw new CallError({
            reason: 'notAllowed',
            message: `${tool.shortName} may not be called: ${why}.`,
            hint: 'Ask whoever runs this server.'
        });
    }
}
