import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk, DeskView } from 'c/agentDesk';
import type { InteractionEvent } from 'c/interactions';
import VoiceUtility from 'c/voiceUtility';
import { createElement } from 'lwc';
import { emitData, emitErrors } from '../../../../../test/mocks/lightning/graphql.ts';
import { type FakeDesk, fakeDesk } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';
import type { ToolkitStub } from '../../../../../test/mocks/lightning/serviceCloudVoiceToolkitApi.ts';
import { toldBefore } from '../toldBefore.ts';

/** The desks that were asked for; a test mocks `c/agentDesk`. */
export const made = jest.mocked(createAgentDesk);

export const CALL = { callId: 'call-1', callType: 'Inbound', participant: '+14155550101' };
export const RECORD = '0LQ000000000001AAA';

export interface Shown {
    readonly element: HTMLElement & { recordId?: string };
    readonly fake: FakeDesk;
    readonly page: jest.SpyInstance;
    readonly close: jest.SpyInstance;
}

export async function show(properties: object = {}, view: Partial<DeskView> = {}): Promise<Shown> {
    const fake = fakeDesk(view);
    made.mockReturnValue(fake.desk);
    const page = jest.spyOn(fake.desk as { page: AgentDesk['page'] }, 'page');
    const close = jest.spyOn(fake.desk as { close: AgentDesk['close'] }, 'close');
    const element = createElement('c-voice-utility', { is: VoiceUtility });
    Object.assign(element, properties);
    document.body.appendChild(element);
    await settled();
    return { element, fake, page, close };
}

export function toolkit(element: Element): ToolkitStub {
    return element.shadowRoot?.querySelector('lightning-service-cloud-voice-toolkit-api') as ToolkitStub;
}

export function panel(element: Element): Element | null | undefined {
    return element.shadowRoot?.querySelector('c-interaction-panel');
}

export function words(element: Element): string | undefined {
    return element.shadowRoot?.querySelector('[data-id="words"]')?.textContent ?? undefined;
}

/** What the desk that was made last is told, once it listens. */
export function told(): readonly InteractionEvent[] {
    const events: InteractionEvent[] = [];
    made.mock.lastCall?.[0].transport.events((event) => events.push(event));
    return events;
}

const isKeyQuery = (config: Record<string, unknown>): boolean =>
    String(config['query']).includes('SwitchboardVoiceCallKey');

/** The org tells which call the record is about; null for none, undefined for no such record. */
export async function recordIsAbout(callId: string | null | undefined): Promise<void> {
    const node = { Id: RECORD, VendorCallKey: { value: callId } };
    emitData({ uiapi: { query: { VoiceCall: { edges: callId === undefined ? [] : [{ node }] } } } }, isKeyQuery);
    await settled(30);
}

/** The org tells what the record of the call that was asked for holds. */
export async function callRecordTells(facts: Readonly<Record<string, unknown>>): Promise<void> {
    const node = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value }]));
    const isCallQuery = (config: Record<string, unknown>): boolean =>
        String(config['query']).includes('SwitchboardVoiceCall(');
    await settled();
    emitData({ uiapi: { query: { VoiceCall: { edges: [{ node }] } } } }, isCallQuery);
    await settled(30);
}

/** `again` is what the org does when it is asked the next time. */
export async function recordIsRefused(message: string, again?: () => Promise<void>): Promise<void> {
    emitErrors([{ message }], isKeyQuery, again);
    await settled(30);
}

/** The page as it is before anything was shown there. */
export function clearPage(): void {
    document.body.replaceChildren();
    toldBefore.take(Date.now());
    window.localStorage.clear();
    jest.clearAllMocks();
}
