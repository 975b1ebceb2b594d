import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constructedPayload, contentNamed } from '../fixtures/fixtures.ts';
import { choicesOf } from './choicesOf.ts';
import { textOf } from './textOf.ts';

const SYDNEY = { locale: 'en-AU', timeZone: 'Australia/Sydney', words: { required: 'required' } };
const ZURICH = { locale: 'de-CH', timeZone: 'Europe/Zurich', words: { required: 'Pflichtfeld' } };

const TEXTS: Readonly<Record<string, readonly string[]>> = {
    text: ['Your parcel is on the van.'],
    'text-of-a-bot': ['Opening hours are 9 to 5.'],
    attachments: ['Please sign this.', 'contract.pdf', 'map.png'],
    links: ['https://example.com/returns'],
    'rich-link': ['This may help:', 'Change the battery: https://example.com/battery'],
    media: ['https://example.com/battery.mp4', 'Order one: https://example.com/order'],
    'web-view': ['How were we?: https://example.com/survey?c=17'],
    application: ['Pay in the app', 'Harbour Lane Pay'],
    'experience-type': ['Two offers for you'],
    buttons: ['Shall we send a new one?', '1. Yes, please', '2. No'],
    'quick-replies': ['Which colour?', '1. Red', '2. Blue', '3. Green'],
    'list-picker': ['Our tariffs', 'Choose a tariff', '1. Small - 5 GB', '2. Large - 50 GB'],
    carousel: [
        'Our bicycles',
        'City - from 700',
        '1. Reserve City',
        'Read more: https://example.com/city',
        'Mountain - from 900',
        '2. Reserve Mountain'
    ],
    'choices-definition': ['1. Small'],
    form: [
        'Moving?',
        'Four short questions.',
        'Your new address',
        'Where to',
        'Street (required, with the number)',
        'From which day (DD.MM.YYYY)',
        'Kind of home',
        '- House',
        '- Flat',
        'Anything else?',
        '- Start over',
        'When may we call (DD.MM.YYYY hh:mm)',
        'Floor',
        '- Ground'
    ],
    'form-definition': [],
    'answer-to-choices': ['Yes, please'],
    'answer-to-form': ['Your new address'],
    'result-of-form': [],
    'unknown-format': ['A flow of tomorrow', 'Tap to go on'],
    'unknown-type': ['Order 7', 'One lamp']
};

for (const [name, lines] of Object.entries(TEXTS)) {
    test(`a customer on a plain phone reads ${name}`, () => {
        assert.equal(textOf(contentNamed(name), SYDNEY), lines.join('\n'));
    });
}

test('a customer reads when a visit may be, in summer and in winter time', () => {
    const [title, place, first, second] = textOf(contentNamed('time-picker'), SYDNEY).split('\n');
    assert.deepEqual([title, place], ['Visit of the engineer', 'Harbour Lane 1']);
    assert.match(first ?? '', /^1\. Tue,? 3 Mar 2026, 1:00 am AEDT \(60 mins?\)$/);
    assert.match(second ?? '', /^2\. Thu,? 2 July? 2026, 6:30 pm AEST \(90 mins?\)$/);
});

test('a customer elsewhere reads the times of their zone, in their language', () => {
    const [, , first, second] = textOf(contentNamed('time-picker'), ZURICH).split('\n');
    assert.match(first ?? '', /^1\. Mo\.?, 2\. März 2026.* 15:00 MEZ \(60 Min\.?\)$/);
    assert.match(second ?? '', /^2\. Do\.?, 2\. Juli 2026.* 10:30 MESZ \(90 Min\.?\)$/);
    assert.match(textOf(contentNamed('form'), ZURICH), /Street \(Pflichtfeld, with the number\)/);
});

test('a zone or a language that this machine does not know keeps no message from the customer', () => {
    const text = textOf(contentNamed('time-picker'), { ...SYDNEY, locale: 'no-such-locale!', timeZone: 'Moon/Base' });
    assert.match(text, /1\. Mon, Mar 2, 2026, 2:00 PM UTC \(60 min\)/);
});

test('a time slot whose start is no time is shown as it came', () => {
    const content = contentNamed('time-picker');
    assert.ok(content.formatType === 'TimePicker');
    const slot = { optionIdentifier: 'a', startTime: 'after lunch' };
    assert.match(textOf({ ...content, timeSlotOptionItems: [slot] }), /1\. after lunch$/);
});

test('no address of a file in Salesforce is sent to a customer as text', () => {
    assert.doesNotMatch(textOf(contentNamed('attachments')), /documentforce/);
    assert.match(JSON.stringify(constructedPayload('message.attachments')), /documentforce/);
});

for (const name of ['buttons', 'quick-replies', 'list-picker', 'carousel', 'time-picker', 'choices-definition']) {
    test(`a customer who answers ${name} with a number means the option that stands behind it`, () => {
        const content = contentNamed(name);
        const text = textOf(content, SYDNEY);
        const choices = choicesOf(content, SYDNEY);
        assert.ok(choices.length > 0);
        for (const { number, title, optionIdentifier } of choices) {
            assert.ok(text.split('\n').includes(`${number}. ${title}`), `${number}. ${title}`);
            assert.ok(optionIdentifier);
        }
        assert.equal(text.match(/^\d+\. /gm)?.length, choices.length);
    });
}

test('what is no choice has none', () => {
    for (const name of ['text', 'form', 'unknown-format']) assert.deepEqual(choicesOf(contentNamed(name)), []);
});
