/** The vendor's message channel. Importing it makes a deployment need the vendor's installed package. */
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';

export { CLIENT_EVENT };
