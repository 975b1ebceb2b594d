import { setup } from '@sa11y/jest';

declare const switchboardLabels: Readonly<Record<string, string>>;

setup();

for (const [name, text] of Object.entries(switchboardLabels)) {
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
}
