/** What the phone said to one agent, heard beside the page; nothing of the product takes part. */
export interface Heard {
    /** Each interaction object in the order in which it was said. */
    interactions(): readonly Wire[];
    stop(): void;
}

export type Wire = Readonly<Record<string, unknown>>;

export async function hear(url: string, user: string): Promise<Heard> {
    const ending = new AbortController();
    const response = await fetch(new URL('local/genesys/events', url), {
        headers: { cookie: `sid=${user}` },
        signal: ending.signal
    });
    const heard: Wire[] = [];
    const reading = (async (): Promise<void> => {
        let text = '';
        for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
            const events = (text + part).split('\n\n');
            text = events.pop() ?? '';
            heard.push(...events.flatMap(messagesIn).flatMap(interactionIn));
        }
    })();
    reading.catch(() => undefined);
    return { interactions: () => heard, stop: () => ending.abort() };
}

function messagesIn(event: string): readonly unknown[] {
    const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
    return name === 'messages' ? (JSON.parse(data ?? '[]') as unknown[]) : [];
}

/** The interaction that a message describes; of a `change` the new one. */
export function interactionIn(message: unknown): readonly Wire[] {
    const { type, category, data } = (message ?? {}) as Wire;
    if (type !== 'Interaction' || typeof data !== 'object' || data === null) return [];
    const described = category === 'change' ? (data as Wire)['new'] : data;
    return isDescribed(described) ? [described] : [];
}

function isDescribed(value: unknown): value is Wire {
    return typeof value === 'object' && value !== null && 'state' in value;
}

/** The value of the last message that carried the field. */
export function lastSaid(interactions: readonly Wire[], field: string): unknown {
    return interactions.map((one) => one[field]).findLast((value) => value !== undefined);
}

export function participantIn({ attributes }: Wire): unknown {
    return (attributes as Wire | undefined)?.['Salesforce.ParticipantId'];
}

/** The demo's mapping in the words of the phone's messages: Task field, and where its value stands. */
export function mappedFields(interactions: readonly Wire[]): Readonly<Record<string, unknown>> {
    const said = (field: string): unknown => lastSaid(interactions, field);
    const fields = {
        Switchboard_Queue__c: said('queueName'),
        Switchboard_ANI__c: said('ani'),
        Switchboard_Wrap_Up__c: said('disposition'),
        Switchboard_IVR_Seconds__c: said('totalIvrDurationSeconds'),
        Switchboard_ACD_Seconds__c: said('totalAcdDurationSeconds'),
        Switchboard_Connected__c: said('connectedTime'),
        Switchboard_Disconnected__c: said('endTime'),
        Switchboard_Participant__c: interactions.map(participantIn).findLast((value) => value !== undefined),
        Switchboard_Internal__c: said('isInternal'),
        Switchboard_After_Call__c: said('dispositionDurationSeconds')
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
