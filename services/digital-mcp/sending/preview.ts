import type { GenesysClient } from '@switchboard/genesys-api';
import type { Given } from '../arguments/checkArguments.ts';
import type { Structured } from '../results/results.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** As it would be sent, without address and token. */
export interface WouldSend {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
}

/** Throws ArgumentError. */
export function requestOf(client: GenesysClient, { operation }: DigitalTool, meant: Given): WouldSend {
    const { method, path, body } = client.preview(operation, meant);
    return { method, path, ...(body === undefined ? {} : { body: JSON.parse(body) as unknown }) };
}

/** What a dry run answers. Throws ArgumentError. */
export const previewOf = (client: GenesysClient, tool: DigitalTool, meant: Given): Structured => ({
    dryRun: true,
    sent: false,
    request: requestOf(client, tool, meant)
});

/** @param again though it may have been sent a short time ago */
export function effectOf({ customerFacing, title }: DigitalTool, again: boolean): string {
    if (!customerFacing) return `"${title}" ends or overwrites something.`;
    return again
        ? `"${title}" reaches a customer, once more where the same was sent a short time ago.`
        : `"${title}" reaches a customer.`;
}
