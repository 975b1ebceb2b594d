/** What a headless component needs to be loaded; none is ever made here. */
export class LightningElement {}
export const wire = (): (() => void) => () => undefined;
export const api = (): void => undefined;
export const track = (): void => undefined;
