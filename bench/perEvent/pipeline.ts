import type { defaultFields, mapAttributes } from 'c/attributeMapping';
import type { attributesOf } from 'c/interactionAttributes';
import type { applyEvent, emptyLedger } from 'c/interactions';
import type { createTaskSync } from 'c/taskSync';
import { importDeployed } from '../deployed.ts';

/** The parts that every event of the phone goes through, as they are deployed. */
export interface Pipeline {
    readonly emptyLedger: typeof emptyLedger;
    readonly applyEvent: typeof applyEvent;
    readonly attributesOf: typeof attributesOf;
    readonly mapAttributes: typeof mapAttributes;
    readonly defaultFields: typeof defaultFields;
    readonly createTaskSync: typeof createTaskSync;
}

export async function loadPipeline(): Promise<Pipeline> {
    const entry = `
        export { applyEvent, emptyLedger } from 'c/interactions';
        export { attributesOf } from 'c/interactionAttributes';
        export { defaultFields, mapAttributes } from 'c/attributeMapping';
        export { createTaskSync } from 'c/taskSync';`;
    return (await importDeployed('perEvent', { entry })) as Pipeline;
}
