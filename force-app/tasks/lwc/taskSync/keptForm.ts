import type { FieldValue } from 'c/attributeMapping';

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})$/;
const LONG_ID = /^[a-zA-Z0-9]{15}[A-Z0-5]{3}$/;
const EMAIL = /^[^\s@;]+@[^\s@;]+$/;
const CHOICES = /^[^\n]*;[^\n]*$/;

/** Text as Salesforce keeps it: without blanks at its ends, and with one kind of line break. */
export function keptText(text: string): string {
    return text.replace(/\r\n?/g, '\n').replace(/^[ \t\n]+|[ \t\n]+$/g, '');
}

/**
 * A value in a form that is the same for what was sent and for what Salesforce keeps of it: empty is empty, text is trimmed,
 * times have whole seconds, ids 15 letters. An email is kept in small letters ("Email fields ... automatically lowercase
 * values", salesforce.stackexchange.com/q/246995), and the choices of a multi-select are read in the order in which the
 * admin made them, whatever the order they were written in (help.salesforce.com, article 000231088). A number written
 * through an API keeps all its decimals (article 000387302), so there is nothing to make alike.
 */
export function keptForm(value: FieldValue | undefined): string {
    if (value === null || value === undefined) {
        return '';
    }
    if (typeof value !== 'string') {
        return String(value);
    }
    const text = keptText(value);
    if (TIME.test(text)) {
        const at = Date.parse(text);
        return Number.isNaN(at) ? text : `at ${Math.floor(at / 1_000)}`;
    }
    if (LONG_ID.test(text)) {
        return text.slice(0, 15);
    }
    if (EMAIL.test(text)) {
        return text.toLowerCase();
    }
    return CHOICES.test(text) ? inOneOrder(text) : text;
}

function inOneOrder(choices: string): string {
    const all = choices.split(';').map((choice) => choice.trim());
    return [...new Set(all)].sort().join(';');
}

/** 53 bits of a value as Salesforce keeps it: enough to know it again, too little to read it (cyrb53, public domain). */
export function digestOf(value: FieldValue | undefined): string {
    const text = keptForm(value);
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        high = Math.imul(high ^ unit, 2654435761);
        low = Math.imul(low ^ unit, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
