/** Of outside data, such as what another version of this page kept: its parts, of which none is believed. */
export function partsOf(value: unknown): Partial<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? value : {};
}
