/** Navigation: where the page is, and going elsewhere. */
import { addressOf, currentPage, openPage, pageAt } from '../pageLocation.ts';
import { wireTo } from '../valueWire.ts';

const NAVIGATE: unique symbol = Symbol('Navigate');
const GENERATE_URL: unique symbol = Symbol('GenerateUrl');

interface Target {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, string | undefined>>;
}
interface Navigating {
    [NAVIGATE](page: Target, replace?: boolean): void;
    [GENERATE_URL](page: Target): Promise<string>;
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks exactly this of a mixin's base.
type Constructor = new (...args: any[]) => object;

/** Wire adapter: the page reference of the page in front, in the utility bar too. */
export const CurrentPageReference = wireTo(currentPage);

function navigate(page: Target, replace = false): void {
    const address = addressOf(page);
    if (page.type === 'standard__webPage') {
        globalThis.open(address, '_blank', 'noopener');
        return;
    }
    const target = pageAt(address);
    if (target) openPage(target, address, replace);
}

/** Adds `this[NavigationMixin.Navigate](page)` and `this[NavigationMixin.GenerateUrl](page)` to a component. */
export const NavigationMixin = Object.assign(
    <Base extends Constructor>(base: Base): Base & (new () => Navigating) => {
        return class extends base implements Navigating {
            [NAVIGATE](page: Target, replace?: boolean): void {
                navigate(page, replace);
            }
            [GENERATE_URL](page: Target): Promise<string> {
                return Promise.resolve(addressOf(page));
            }
        };
    },
    { Navigate: NAVIGATE, GenerateUrl: GENERATE_URL } as const
);
