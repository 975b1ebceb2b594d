/** What is in every model org: the admin's mapping, and who may be calling. */
import type { Row } from './where.ts';

export const SENTINEL = { DeveloperName: 'Switchboard_Sentinel', Active__c: false };
const rule = (attribute: string, field: string, more: Row = {}): Row => ({
    DeveloperName: field,
    Attribute__c: attribute,
    Task_Field__c: field,
    Active__c: true,
    Order__c: 1,
    ...more
});

/** The admin's mapping in every model org. */
export const MAPPING: readonly Row[] = [
    SENTINEL,
    rule('Call.QueueName', 'Queue__c'),
    rule('Participant.Score', 'Score__c'),
    rule('Participant.Tier', 'Tier__c', { Overwrite__c: 'OnlyWhenEmpty' }),
    rule('Salesforce.WrapUpCode', 'Wrap__c'),
    rule('Salesforce.ConnectedTime', 'Connected__c')
];

/** Fields that only the admin's mapping fills. */
export const MAPPED_FIELDS = ['Queue__c', 'Score__c', 'Tier__c', 'Wrap__c', 'Connected__c'];

export const FOLLOW_SECONDS = 60;

export const PEOPLE: Readonly<Record<string, readonly Row[]>> = {
    Contact: [{ Id: '003000000000001AAA', Name: 'Edna Frank', Phone: '+61491570006' }],
    Lead: [{ Id: '00Q000000000001AAA', Name: 'Ines Okafor', Phone: '+61491570159' }],
    Account: [{ Id: '001000000000001AAA', Name: 'Harbour Lane Books', Phone: '+61255501200' }]
};
