import { CLIENT_EVENT } from 'c/genesysChannel';

it("the developer gets the vendor's channel from one place", () => {
    expect(String(CLIENT_EVENT)).toContain('ClientEvent__c');
});
