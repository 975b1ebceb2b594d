import {
    announcePhone,
    givesWay,
    phoneOnPage,
    phonesOnPage,
    vendorNamed,
    vendorQuestion,
    writerFor
} from 'c/phoneOnPage';
import type { PhoneOnPage } from 'c/phoneOnPage';

function phone(vendor: string): PhoneOnPage {
    return {
        vendor,
        news: () => ({ received: {}, unknown: 0 }),
        lastInteraction: () => undefined,
        readTrace: () => ({ interactions: [] })
    };
}

const vendors = (): string[] => phonesOnPage().map(({ vendor }) => vendor);

it('an admin finds both phones of an app, and the one that stays when the other goes', () => {
    const leaveOne = announcePhone(phone('genesysCloud'));
    const leaveOther = announcePhone(phone('salesforceVoice'));
    expect(vendors()).toEqual(['genesysCloud', 'salesforceVoice']);
    leaveOther();
    expect(phoneOnPage()?.vendor).toBe('genesysCloud');
    leaveOne();
    expect(vendors()).toEqual([]);
    expect(phoneOnPage()).toBeUndefined();
});

it('an item that is popped out is one phone: the newer of the two', () => {
    const [first, second] = [phone('genesysCloud'), phone('genesysCloud')];
    const leaveFirst = announcePhone(first);
    const leaveSecond = announcePhone(second);
    expect(phonesOnPage()).toEqual([second]);
    leaveFirst();
    leaveFirst();
    expect(phonesOnPage()).toEqual([second]);
    leaveSecond();
});

it.each([
    ['genesyscloud', 'genesysCloud'],
    [' SalesforceVoice ', 'salesforceVoice'],
    ['', undefined],
    ['somebody', undefined],
    [null, undefined]
])('an admin who wrote %p named %p', (text, vendor) => expect(vendorNamed(text)).toBe(vendor));

it('only Salesforce Voice gives way, and only to Genesys Cloud', () => {
    expect(['genesysCloud', 'salesforceVoice', 'anotherOne'].filter(givesWay)).toEqual(['salesforceVoice']);
    expect(writerFor('salesforceVoice', undefined, ['salesforceVoice', 'genesysCloud'])).toBe('genesysCloud');
    expect(writerFor('salesforceVoice', undefined, ['salesforceVoice'])).toBe('salesforceVoice');
    expect(writerFor('genesysCloud', undefined, ['salesforceVoice'])).toBe('genesysCloud');
    expect(writerFor('anotherOne', undefined, ['genesysCloud'])).toBe('anotherOne');
});

it('what the admin chose counts whoever is on the page', () => {
    expect(writerFor('genesysCloud', 'salesforceVoice', ['genesysCloud'])).toBe('salesforceVoice');
});

it('an admin is asked to choose only where there are two phones and no choice', () => {
    expect(vendorQuestion(undefined, ['salesforceVoice'])).toEqual({ state: 'one' });
    expect(vendorQuestion(undefined, ['salesforceVoice', 'genesysCloud'])).toEqual({
        state: 'choose',
        writer: 'genesysCloud'
    });
    expect(vendorQuestion('salesforceVoice', ['genesysCloud', 'salesforceVoice']).state).toBe('chosen');
    expect(vendorQuestion('salesforceVoice', ['genesysCloud']).state).toBe('missing');
    expect(vendorQuestion('salesforceVoice', []).state).toBe('chosen');
});
