/** The calls of the Interaction Service that the bridge makes. Source: inbound-interaction-api.yaml of Salesforce. */
export interface InteractionCall {
    readonly method: 'POST' | 'PATCH' | 'DELETE';
    readonly path: string;
    /** Some calls ask which kind of thing AuthorizationContext names. */
    readonly namesContextType?: true;
    /** As a part `json` of multipart/form-data, with a file beside it or without. */
    readonly isMultipart?: true;
}

export const INTERACTION_CALLS = {
    interactions: { method: 'POST', path: '/interactions', isMultipart: true },
    acknowledgement: { method: 'POST', path: '/acknowledgement' },
    routingResult: { method: 'POST', path: '/routingResult' },
    startWork: { method: 'POST', path: '/agentWork' },
    changeWork: { method: 'PATCH', path: '/agentWork', namesContextType: true },
    route: { method: 'POST', path: '/route' },
    cancelRoute: { method: 'DELETE', path: '/route' },
    messagingSession: { method: 'POST', path: '/messagingSession' },
    removeParticipant: { method: 'POST', path: '/participant' },
    consent: { method: 'PATCH', path: '/consent' },
    capabilities: { method: 'PATCH', path: '/capabilities' }
} as const satisfies Readonly<Record<string, InteractionCall>>;

export type InteractionCallName = keyof typeof INTERACTION_CALLS;
