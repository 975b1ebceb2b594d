import { createElement } from 'lwc';
import type { ToolkitBridge } from 'c/voiceToolkit';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import { settled } from '../../../../../test/fakes/settled.ts';
import type { ToolkitStub } from '../../../../../test/mocks/lightning/serviceCloudVoiceToolkitApi.ts';
import Toolkit from '../../../../../test/mocks/lightning/serviceCloudVoiceToolkitApi.ts';
import HostPage from './hostPage.ts';

/** A toolkit on the page, by itself. */
export function toolkit(): ToolkitStub {
    const element = createElement('lightning-service-cloud-voice-toolkit-api', { is: Toolkit });
    document.body.append(element);
    return element as unknown as ToolkitStub;
}

export interface Page {
    readonly host: HTMLElement & { toolkit: boolean; drawing: number; readonly early: unknown };
    /** The toolkit in the component's template. */
    toolkit(): ToolkitStub;
    drawAgain(): Promise<void>;
}

/** The page of an agent with a component that uses the bridge. */
export async function page(bridge: ToolkitBridge, { withToolkit = true } = {}): Promise<Page> {
    const host = createElement('x-host-page', { is: HostPage }) as unknown as Page['host'];
    Object.assign(host, { bridge, toolkit: withToolkit });
    document.body.append(host);
    await settled();
    return {
        host,
        toolkit: () => host.shadowRoot?.firstElementChild as ToolkitStub,
        async drawAgain(): Promise<void> {
            host.drawing += 1;
            await settled();
        }
    };
}

/** What a listener of the bridge is told from now on. */
export function heardFrom(bridge: ToolkitBridge): readonly VoiceEvent[] {
    const heard: VoiceEvent[] = [];
    bridge.onEvent((event) => heard.push(event));
    return heard;
}
