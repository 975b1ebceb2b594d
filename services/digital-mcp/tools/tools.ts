import { OPERATIONS } from '@switchboard/genesys-api';
import type { Operation } from '@switchboard/genesys-api';
import published from './tools.json' with { type: 'json' };

/** Which tools belong together, as an operator chooses them. */
export const TOOLSETS = ['email', 'message', 'open-inbound', 'video', 'cobrowse', 'internal', 'social', 'fax'] as const;
export type Toolset = (typeof TOOLSETS)[number];

/** One tool as the page of the 63 publishes it, with what we judge of it. */
export interface DigitalTool {
    /** `genesys_conversations_digital_get_email` */
    readonly name: string;
    /** `get_email`: short enough for clients that put a server's name before it. */
    readonly shortName: string;
    readonly title: string;
    readonly description: string;
    readonly toolset: Toolset;
    readonly operation: Operation;
    readonly readOnly: boolean;
    /** Ends, replaces or overwrites something. */
    readonly destructive: boolean;
    readonly idempotent: boolean;
    /** A customer sees or receives something. */
    readonly customerFacing: boolean;
    /** Of a tool that does several things: short names of the tools that do one each. Whoever may not call one of them may not call it. */
    readonly uses?: readonly string[];
}

const PREFIX = 'genesys_conversations_digital_';

export const TOOLS: readonly DigitalTool[] = TOOLSETS.flatMap((toolset) =>
    published[toolset].map(({ operation: shortName, ...judged }) => {
        const operation = OPERATIONS.find(({ name }) => name === shortName);
        if (operation === undefined) throw new Error(`tools.json names ${shortName}, which is no operation`);
        return { name: `${PREFIX}${shortName}`, shortName, toolset, operation, ...judged };
    })
).sort((one, other) => (one.name < other.name ? -1 : 1));

const byName: ReadonlyMap<string, DigitalTool> = new Map(
    TOOLS.flatMap((tool) => [
        [tool.name, tool],
        [tool.shortName, tool]
    ])
);

/** By either name, whichever are listed. */
export function toolNamed(name: string): DigitalTool | undefined {
    return byName.get(name);
}
