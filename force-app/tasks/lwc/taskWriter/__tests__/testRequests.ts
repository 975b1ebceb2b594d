import type { FieldDescription } from 'c/attributeMapping';
import type { SaveRequest } from 'c/taskSync';

/** One field as the org describes it, by its name. */
export function field(
    name: string,
    dataType = 'String',
    rights = { createable: true, updateable: true }
): [string, FieldDescription] {
    return [name, { name, label: name, dataType, ...rights }];
}

export function request(more: Partial<SaveRequest> = {}): SaveRequest {
    return {
        attributes: {},
        patch: { Queue__c: 'Sales' },
        onlyWhenEmpty: [],
        defaults: { Subject: 'Call', TaskSubtype: 'Call' },
        mayCreate: true,
        keepDefaults: true,
        ...more
    };
}
