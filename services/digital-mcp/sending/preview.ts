import type { GenesysClient } from '@switchboard/genesys-api';
import type { Given } from '../arguments/checkArguments.ts';
import type { Structured } from '../results/results.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** The request as it would be sent, without address and token. Throws ArgumentError. */
export function previewOf(client: GenesysClient, { operation }: DigitalTool, meant: Given): Structured {
    const { method, path, body } = client.preview(operation, meant);
    const request = { method, path, ...(body === undefined ? {} : { body: JSON.parse(body) as unknown }) };
    return { dryRun: true, sent: false, request };
}

export const effectOf = ({ customerFacing, title }: DigitalTool): string =>
    customerFacing ? `"${title}" reaches a customer.` : `"${title}" ends or overwrites something.`;

/** Characters of the request in a question. */
const LONGEST = 4_000;

/** Read by a person: what would happen, and with which values. */
export function questionFor(tool: DigitalTool, preview: Structured): string {
    const { body, path } = preview['request'] as { readonly body?: unknown; readonly path: string };
    const request = body === undefined ? path : `${path}\n${JSON.stringify(body, null, 2)}`;
    const shown = request.length > LONGEST ? `${request.slice(0, LONGEST)}\n… and more` : request;
    return `${effectOf(tool)} Go ahead?\n\n${shown}`;
}
