import type { Given } from '../arguments/checkArguments.ts';
import type { Structured } from '../results/results.ts';
import { TOOLS } from '../tools/tools.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** The reading tool whose address the change's begins with, the longest one; undefined for a fax, say. */
function readerOf({ operation: { path } }: DigitalTool): DigitalTool | undefined {
    return TOOLS.filter(
        ({ readOnly, operation }) => readOnly && (path === operation.path || path.startsWith(`${operation.path}/`))
    ).reduce<DigitalTool | undefined>(
        (best, one) => (best === undefined || one.operation.path.length > best.operation.path.length ? one : best),
        undefined
    );
}

/** Which tool shows whether a change was done, and with which arguments. */
export function howToCheck(tool: DigitalTool, given: Given): Structured {
    const reader = readerOf(tool);
    if (reader === undefined) return { howToCheck: 'No tool of this server shows it. Look it up in Genesys Cloud.' };
    const names = ['PCID', ...reader.operation.params.filter(({ required }) => required).map(({ name }) => name)];
    const values = names.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]);
    return { howToCheck: { tool: reader.name, arguments: Object.fromEntries(values) as Given } };
}
