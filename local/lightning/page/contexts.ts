/** What a panel or a page area tells the components inside it. */
import { createContextProvider } from 'lwc';
import { MessageContext } from '../platform/lightning/messageService.ts';
import { EnclosingUtilityId } from '../platform/lightning/platformUtilityBarApi.ts';

const utilityIds = createContextProvider(EnclosingUtilityId);
const areas = createContextProvider(MessageContext);

export function provideUtilityId(element: EventTarget, utilityId: string): void {
    utilityIds(element, { consumerConnectedCallback: (consumer) => consumer.provide({ utilityId }) });
}

export function provideArea(element: EventTarget, area: string): void {
    areas(element, { consumerConnectedCallback: (consumer) => consumer.provide({ area }) });
}
