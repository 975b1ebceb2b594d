/** `lightning/*` modules and base components that Lightning gives to everybody's components. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Public modules that have no stub in sfdx-lwc-jest. */
const WITHOUT_STUB = [
    'barcodeScanner',
    'logger',
    'mediaUtils',
    'mobileCapabilities',
    'modal',
    'platformScannerApi',
    'platformUtilityBarApi',
    'recordEditForm',
    'userConsentCookie'
];

function stubs(): string[] {
    const manifest = createRequire(import.meta.url).resolve('@salesforce/sfdx-lwc-jest/package.json');
    return readdirSync(path.join(path.dirname(manifest), 'src/lightning-stubs'));
}

export const PLATFORM_MODULES: ReadonlySet<string> = new Set([...stubs(), ...WITHOUT_STUB]);
