import { coerce } from '../coerce.ts';
import type { FieldDescription, MappingDetail } from '../types.ts';
import { field } from './sampleRules.ts';

type Value = string | number | boolean | null;

function saved(value: Value, target: FieldDescription, timeZone = 'UTC'): unknown {
    const fitted = coerce(value, target, timeZone);
    return 'code' in fitted ? fitted.code : fitted.value;
}

const allowedFor = (value: Value, target: FieldDescription): MappingDetail | undefined => {
    const fitted = coerce(value, target, 'UTC');
    return 'code' in fitted ? fitted.allowed : undefined;
};

const cutTo = (value: Value, target: FieldDescription): number | undefined => {
    const fitted = coerce(value, target, 'UTC');
    return 'code' in fitted ? undefined : fitted.cutTo;
};

describe('text fields', () => {
    const text = field('Note__c', 'String', { length: 10 });

    it.each([
        ['Sales', 'Sales'],
        [42, '42'],
        [true, 'true'],
        [' two  w ', ' two  w ']
    ])('keep %p as %p', (given, expected) => {
        expect(saved(given, text)).toBe(expected);
    });

    it('keep the beginning of a text that is too long, and say what is allowed', () => {
        expect(saved('0123456789A', text)).toBe('012345678…');
        expect(cutTo('0123456789A', text)).toBe(10);
    });

    it('keep a text of exactly the allowed length whole', () => {
        expect(saved('0123456789', text)).toBe('0123456789');
        expect(cutTo('0123456789', text)).toBeUndefined();
    });

    it('are never cut through a character', () => {
        expect(saved('01234567👋👋', text)).toBe('01234567…');
        expect(saved('👋👋👋👋👋👋', text)).toBe('👋👋👋👋…');
    });

    it('keep no half character, which no server takes', () => {
        expect(saved('a\ud83d', text)).toBe('a\ufffd');
    });

    it('are emptied by nothing and by an empty text', () => {
        expect(saved(null, text)).toBeNull();
        expect(saved('', text)).toBeNull();
    });

    it.each([NaN, Infinity, -Infinity])('keep no word for %p, which is no number', (given) => {
        expect(saved(given, text)).toBe('valueDoesNotFit');
    });

    it('of an org that tells no length are cut where the platform ends', () => {
        expect(String(saved('x'.repeat(300), field('Note__c', 'String')))).toHaveLength(255);
        expect(String(saved('x'.repeat(40_000), field('Description', 'TextArea')))).toHaveLength(32_000);
        expect(String(saved('x'.repeat(300), field('Subject', 'ComboBox')))).toHaveLength(255);
    });

    it('of an unknown kind of text area are left to the org', () => {
        expect(String(saved('x'.repeat(300), field('Long__c', 'TextArea')))).toHaveLength(300);
    });

    it('keep a number whole or not at all, since its beginning is another number', () => {
        expect(saved(12_345_678.25, text)).toBe('valueDoesNotFit');
        expect(allowedFor(12_345_678.25, text)).toEqual({ kind: 'characters', count: 10 });
    });

    it.each(['STRING', 'TextArea', 'TEXTAREA', 'EncryptedString', 'Combobox'])('are known as %s', (dataType) => {
        expect(saved('Sales', field('Note__c', dataType))).toBe('Sales');
    });
});

describe('phone, email and web address fields', () => {
    it.each([
        ['Phone', '+61491570006'],
        ['Phone', 'sip:edna@example.com'],
        ['Email', 'edna.frank@example.com'],
        ['Url', 'https://apps.example.com/#/x']
    ])('of type %s keep %s', (dataType, value) => {
        expect(saved(value, field('F__c', dataType))).toBe(value);
    });

    it.each([
        ['Phone', '1'.repeat(41)],
        ['Email', `${'a'.repeat(80)}@example.com`],
        ['Email', 'Edna Frank'],
        ['Email', 'a@b'],
        ['Email', 'a@b.example, c@d.example'],
        ['Url', `https://example.com/${'a'.repeat(250)}`],
        ['Phone', '   ']
    ])('of type %s take no part of a value that does not fit', (dataType, value) => {
        expect(saved(value, field('F__c', dataType))).toBe('valueDoesNotFit');
    });
});

it.each(['String', 'TextArea', 'ComboBox', 'EncryptedString', 'Phone', 'Url', 'Email', 'Picklist', 'MultiPicklist'])(
    'a field of type %s is emptied by an empty text',
    (dataType) => {
        expect(saved('', field('F__c', dataType))).toBeNull();
    }
);

describe('number fields', () => {
    const seconds = field('Seconds__c', 'Double', { precision: 5, scale: 1 });

    it.each([
        [12, 12],
        ['12', 12],
        [' 12.5 ', 12.5],
        [-3, -3],
        ['+7', 7],
        ['.5', 0.5],
        [12.25, 12.3],
        [9999.94, 9999.9],
        [-0, 0],
        ['007', 7],
        ['-12.25', -12.3],
        [0.04, 0],
        ['-0.04', 0],
        [1e-7, 0]
    ])('keep %p as %p', (given, expected) => {
        expect(saved(given, seconds)).toBe(expected);
    });

    it.each([
        [1.005, 1.01],
        ['1.005', 1.01],
        [8.345, 8.35],
        [-1.005, -1.01],
        [1.004, 1]
    ])('round %p half up on its decimal digits, as a price is: %p', (given, expected) => {
        expect(saved(given, field('Price__c', 'Currency', { precision: 18, scale: 2 }))).toBe(expected);
    });

    it.each(['45%', '$5', '1 000', '5,5'])('for percent and currency take no %p with a sign', (given) => {
        expect(saved(given, field('F__c', 'Percent', { precision: 5, scale: 2 }))).toBe('valueDoesNotFit');
        expect(saved(given, field('F__c', 'Currency', { precision: 18, scale: 2 }))).toBe('valueDoesNotFit');
    });

    it('of a percent field keep the number of hundredths that was given', () => {
        expect(saved('45.5', field('F__c', 'Percent', { precision: 5, scale: 2 }))).toBe(45.5);
    });

    it.each(['', 'twelve', '1,000', '1e3', '0x10', '12 s', true, false, NaN, Infinity, 10_000, 9999.95, '123456'])(
        'take no %p',
        (given) => {
            expect(saved(given, seconds)).toBe('valueDoesNotFit');
        }
    );

    it('name the digits that they have', () => {
        expect(allowedFor(10_000, seconds)).toEqual({ kind: 'digits', count: 4 });
    });

    it('whose precision the org does not tell have the digits that Salesforce has', () => {
        expect(saved(123_456_789_012, field('F__c', 'Double', { precision: 0, scale: 0 }))).toBe(123_456_789_012);
    });

    it('are emptied by nothing', () => {
        expect(saved(null, seconds)).toBeNull();
    });

    it('that are whole round', () => {
        expect(saved('12.6', field('Count__c', 'Int'))).toBe(13);
    });

    it('take no number that the browser would change', () => {
        expect(saved('9007199254740993', field('Big__c', 'Double'))).toBe('valueDoesNotFit');
    });

    it('for the call duration end at eight digits even when the org does not say so', () => {
        const duration = field('CallDurationInSeconds', 'Int', { precision: 0, scale: 0 });
        expect(saved(99_999_999, duration)).toBe(99_999_999);
        expect(saved(100_000_000, duration)).toBe('valueDoesNotFit');
    });

    it.each(['Int', 'INTEGER', 'Double', 'Currency', 'Percent'])('are known as %s', (dataType) => {
        expect(saved('5', field('F__c', dataType))).toBe(5);
    });
});

describe('checkboxes', () => {
    const flag = field('Flag__c', 'Boolean');

    it.each([
        [true, true],
        [false, false],
        ['true', true],
        ['False', false],
        [' TRUE ', true],
        [null, false]
    ])('keep %p as %p', (given, expected) => {
        expect(saved(given, flag)).toBe(expected);
    });

    it.each(['', 'yes', 1, 0, '1'])('take no %p', (given) => {
        expect(saved(given, flag)).toBe('valueDoesNotFit');
    });
});

describe('date fields', () => {
    const day = field('Day__c', 'Date');

    it('keep a day as it is, in every time zone', () => {
        expect(saved('2026-11-21', day, 'Pacific/Auckland')).toBe('2026-11-21');
    });

    it.each([
        ['UTC', '2026-11-20'],
        ['Australia/Sydney', '2026-11-21'],
        ['America/Los_Angeles', '2026-11-20'],
        ['Nowhere/Atlantis', '2026-11-20']
    ])('keep the day that a clock in %s shows', (timeZone, expected) => {
        expect(saved('2026-11-20T23:30:00Z', day, timeZone)).toBe(expected);
    });

    it.each([
        ['in winter', '2026-03-08T04:30:00Z', '2026-03-07'],
        ['in summer', '2026-07-08T03:30:00Z', '2026-07-07'],
        ['an hour before the clocks go back', '2026-11-01T03:59:59Z', '2026-10-31'],
        ['on the night when the clocks go back', '2026-11-01T04:30:00Z', '2026-11-01'],
        ['after they went back', '2026-11-02T04:30:00Z', '2026-11-01']
    ])('keep the day of New York %s', (_, instant, expected) => {
        expect(saved(instant, day, 'America/New_York')).toBe(expected);
    });

    it('keep the day of each zone, however many were asked before', () => {
        const zones = Intl.supportedValuesOf('timeZone').slice(0, 60);
        const days = (): unknown[] => zones.map((zone) => saved('2026-11-20T23:30:00Z', day, zone));
        const expected = zones.map((timeZone) =>
            new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date('2026-11-20T23:30:00Z'))
        );
        expect(days()).toEqual(expected);
        expect(days()).toEqual(expected);
    });

    it('keep the day of zones that are not whole hours from Greenwich', () => {
        expect(saved('2026-11-20T18:29:59Z', day, 'Asia/Kolkata')).toBe('2026-11-20');
        expect(saved('2026-11-20T18:30:00Z', day, 'Asia/Kolkata')).toBe('2026-11-21');
    });

    it.each(['', '2026-02-30', '21.11.2026', '2026-11-20T23:30:00', 1_763_679_000_000, true, '1492-10-12'])(
        'take no %p',
        (given) => {
            expect(saved(given, day)).toBe('valueDoesNotFit');
        }
    );

    it('are emptied by nothing', () => {
        expect(saved(null, day)).toBeNull();
    });
});

describe('date and time fields', () => {
    const time = field('Connected__c', 'DateTime');

    it.each([
        ['2026-11-20T23:30:00Z', '2026-11-20T23:30:00.000Z'],
        ['2026-11-20T23:30:00.5Z', '2026-11-20T23:30:00.500Z'],
        ['2026-11-20T23:30:00.123456Z', '2026-11-20T23:30:00.123Z'],
        ['2026-11-20T23:30:00.000+0000', '2026-11-20T23:30:00.000Z'],
        ['2026-11-20T23:30:00-08:00', '2026-11-21T07:30:00.000Z'],
        ['2026-11-20T23:30Z', '2026-11-20T23:30:00.000Z']
    ])('keep %s as the platform writes it', (given, expected) => {
        expect(saved(given, time)).toBe(expected);
    });

    it.each(['1700-01-01T00:00:00+14:00', '4000-12-31T23:00:00-02:00', '1699-12-31T23:00:00Z'])(
        'take no %p, which is in a year that the platform does not keep',
        (given) => {
            expect(saved(given, time)).toBe('valueDoesNotFit');
        }
    );

    it.each(['', '2026-11-20T23:30:00', '2026-11-20', '2026-13-20T23:30:00Z', '2026-11-20T24:00:00Z', 5, 'yesterday'])(
        'take no %p, since its moment would be a guess',
        (given) => {
            expect(saved(given, time)).toBe('valueDoesNotFit');
        }
    );
});

describe('picklists', () => {
    const result = field('Result__c', 'Picklist', { picklistValues: ['Sale', 'No Sale'] });
    const callType = field('CallType', 'Picklist');

    it('take listed values, in the spelling of the org', () => {
        expect(saved('No Sale', result)).toBe('No Sale');
        expect(saved('sale', result)).toBe('Sale');
    });

    it('of the admin’s take any other value that is short enough: only the org knows whether they are restricted', () => {
        expect(saved('Maybe', result)).toBe('Maybe');
        expect(saved('Maybe', field('Result__c', 'Picklist'))).toBe('Maybe');
        expect(saved('x'.repeat(256), result)).toBe('valueDoesNotFit');
    });

    it('for the call type take the three values of the platform even when the org does not list them', () => {
        expect(saved('inbound', callType)).toBe('Inbound');
        expect(saved('Sideways', callType)).toBe('notInPicklist');
        expect(allowedFor('Sideways', callType)).toEqual({ kind: 'listed', count: 3 });
    });

    it('are emptied by nothing, except where every Task must have a value', () => {
        expect(saved(null, result)).toBeNull();
        expect(saved(null, field('Status', 'Picklist'))).toBe('valueDoesNotFit');
        expect(saved('', field('Priority', 'Picklist'))).toBe('valueDoesNotFit');
    });

    it('of several values take each of them once', () => {
        const several = { ...result, dataType: 'MultiPicklist' };
        expect(saved('no sale; Sale;Sale', several)).toBe('No Sale;Sale');
        expect(saved('Sale;Maybe', several)).toBe('Sale;Maybe');
        expect(saved(' ; ', several)).toBe('valueDoesNotFit');
    });
});

describe('fields that point to a record', () => {
    const lookUp = field('Transcript__c', 'Reference');

    it.each(['003AB00000CdEfG', '003AB00000CdEfGIJK', 'a0BAB00000CdEfG'])('keep the id %s', (id) => {
        expect(saved(id, lookUp)).toBe(id);
    });

    it.each(['', '003', '003AB00000CdEf!', 'Edna Frank', 3, '003AB00000CdEfGI'])('take no %p', (given) => {
        expect(saved(given, lookUp)).toBe('valueDoesNotFit');
    });

    it('take only ids of the objects that the org names', () => {
        const account = field('Payer__c', 'Reference', { referenceTo: ['Account'] });
        expect(saved('001AB00000CdEfG', account)).toBe('001AB00000CdEfG');
        expect(saved('003AB00000CdEfG', account)).toBe('valueDoesNotFit');
        expect(allowedFor('003AB00000CdEfG', account)).toEqual({ kind: 'recordOf', names: ['Account'] });
    });

    it('take an id of an object whose ids are not the same in every org', () => {
        const other = field('Order__c', 'Reference', { referenceTo: ['Order__c'] });
        expect(saved('a0BAB00000CdEfG', other)).toBe('a0BAB00000CdEfG');
    });

    it('for the name take contacts and leads even when the org does not say so', () => {
        const name = field('WhoId', 'Reference');
        expect(saved('00QAB00000CdEfG', name)).toBe('00QAB00000CdEfG');
        expect(saved('001AB00000CdEfG', name)).toBe('valueDoesNotFit');
    });
});

describe('fields that the org requires', () => {
    it.each(['String', 'Double', 'Date', 'Picklist', 'Reference'])('of type %s are never emptied', (dataType) => {
        expect(saved(null, field('F__c', dataType, { required: true }))).toBe('valueDoesNotFit');
        expect(saved(null, field('F__c', dataType, { required: false }))).toBeNull();
    });

    it('that are checkboxes are unticked', () => {
        expect(saved(null, field('F__c', 'Boolean', { required: true }))).toBe(false);
    });
});

it.each<[string, Value, FieldDescription, MappingDetail]>([
    ['a text that is no number', NaN, field('F__c', 'String'), { kind: 'number' }],
    ['a phone number', ' ', field('F__c', 'Phone', { length: 20 }), { kind: 'phone', count: 20 }],
    ['a phone number where the org tells no length', ' ', field('F__c', 'Phone'), { kind: 'phone', count: 40 }],
    ['an address', ' ', field('F__c', 'Url'), { kind: 'url', count: 255 }],
    ['an email address', 'Edna', field('F__c', 'Email'), { kind: 'email', count: 80 }],
    ['a checkbox', 'yes', field('F__c', 'Boolean'), { kind: 'flag' }],
    ['a date', 'soon', field('F__c', 'Date'), { kind: 'date' }],
    ['a date and time', 'soon', field('F__c', 'DateTime'), { kind: 'time' }],
    ['a choice', ' ', field('F__c', 'Picklist', { length: 40 }), { kind: 'choice', count: 40 }],
    ['several choices', ';', field('F__c', 'MultiPicklist'), { kind: 'choice', count: 4099 }],
    ['a look-up', 'Edna', field('F__c', 'Reference'), { kind: 'recordId' }],
    ['what cannot be empty', null, field('F__c', 'Date', { required: true }), { kind: 'notEmpty' }],
    ['what no rule fills', 'x', field('F__c', 'Location'), { kind: 'notMappable', names: ['Location'] }]
])('the admin is told what a field for %s takes', (_, value, target, allowed) => {
    expect(allowedFor(value, target)).toEqual(allowed);
});

it.each(['Address', 'Location', 'Base64', 'Time', ''])('a field of type %p cannot be mapped', (dataType) => {
    expect(saved('x', field('F__c', dataType))).toBe('valueDoesNotFit');
});
