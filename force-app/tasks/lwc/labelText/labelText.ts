import locale from '@salesforce/i18n/locale';

const numbers = new Intl.NumberFormat(locale);

/**
 * Puts values into a label's places: `fill('Answer {0}', 'Edna')` is `Answer Edna`. A number is written as the user's
 * locale writes it; one that is a name and no count is given as text. A place without a value stays.
 */
export function fill(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (place, index: string) => {
        const value = values[Number(index)];
        return value === undefined ? place : typeof value === 'number' ? numbers.format(value) : value;
    });
}
