/** Puts values into a label's places: `fill('Answer {0}', 'Edna')` is `Answer Edna`. A place without a value stays. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (place, index: string) => {
        const value = values[Number(index)];
        return value === undefined ? place : String(value);
    });
}
