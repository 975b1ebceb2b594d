/** `lightning/navigation` in a component test: where the component went is in `navigated`. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { LightningElement } from 'lwc';
import type { PageReference } from 'lightning/navigation';

export const CurrentPageReference = createTestWireAdapter();

export const navigated = jest.fn<undefined, [PageReference, boolean | undefined]>();
export const urlOf = jest.fn((page: PageReference) =>
    Promise.resolve(`/lightning/r/${String(page.attributes?.['recordId'] ?? page.type)}/view`)
);

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function mixin(Base: typeof LightningElement): typeof LightningElement {
    return class extends Base {
        [Navigate](page: PageReference, replace?: boolean): void {
            navigated(page, replace);
        }
        [GenerateUrl](page: PageReference): Promise<string> {
            return urlOf(page);
        }
    };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });
