import { recordsQuery } from './recordsQuery.ts';

export const TARGETS_TYPE = 'Switchboard_Transfer_Target__mdt';
export const STATUSES_TYPE = 'Switchboard_Agent_Status__mdt';

export const TARGETS_QUERY = recordsQuery({
    name: 'SwitchboardTransferTargets',
    object: TARGETS_TYPE,
    which: 'first: 2000',
    fields: ['DeveloperName', 'MasterLabel', 'Kind__c', 'Address__c', 'Pinned__c', 'Order__c', 'Active__c']
});

export const STATUSES_QUERY = recordsQuery({
    name: 'SwitchboardAgentStatuses',
    object: STATUSES_TYPE,
    which: 'first: 2000',
    fields: ['DeveloperName', 'MasterLabel', 'Status__c', 'Order__c', 'Active__c']
});
