/** What stands in tests for `@salesforce/messageChannel/purecloud__ClientEvent__c`. */
export const CHANNEL = 'purecloud__ClientEvent__c';
export default CHANNEL;
