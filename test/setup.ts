import { TextDecoder, TextEncoder } from 'node:util';
import { setup } from '@sa11y/jest';

declare const switchboardLabels: Readonly<Record<string, string>>;

setup();

// Every browser has them; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

for (const [name, text] of Object.entries(switchboardLabels)) {
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
}
