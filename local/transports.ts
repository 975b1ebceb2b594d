/** Whose messages a trace holds. The first is meant where nothing is said. */
export const TRANSPORTS = ['genesys-cloud', 'salesforce-voice'] as const;

export type TransportName = (typeof TRANSPORTS)[number];

/** The transport of that name, or what is wrong with the name. */
export function readTransport(
    name: string | undefined
): { readonly transport: TransportName } | { readonly error: string } {
    const transport = TRANSPORTS.find((one) => one === (name ?? TRANSPORTS[0]));
    return transport === undefined
        ? { error: `--transport is ${name}. Give one of: ${TRANSPORTS.join(', ')}.` }
        : { transport };
}
