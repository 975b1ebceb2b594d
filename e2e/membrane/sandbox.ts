import createVirtualEnvironment from '@locker/near-membrane-dom';
import inner from 'membrane/inner';
import outside from 'membrane/outside';

declare global {
    /** Runs text inside the sandbox that holds the product. */
    var evaluateInSandbox: (source: string) => unknown;
}

/** What the product's modules export by default, by their names, as the outside sees it through the membrane. */
export const product: Readonly<Record<string, unknown>> = enter();

function enter(): Readonly<Record<string, unknown>> {
    const given: Record<string, unknown> = {};
    const sandbox = createVirtualEnvironment(window, {
        endowments: Object.getOwnPropertyDescriptors({
            switchboardTakes: Object.fromEntries(
                Object.entries(outside).map(([name, module]) => [name, asModule(module)])
            ),
            switchboardGives: (modules: Readonly<Record<string, unknown>>) => Object.assign(given, modules),
            localPage: globalThis.localPage
        })
    });
    globalThis.evaluateInSandbox = (source) => sandbox.evaluate(source) as unknown;
    sandbox.evaluate(inner);
    return given;
}

/** A copy that the bundler takes for a module with a default export. */
function asModule(module: object): object {
    return { __esModule: true, ...module };
}
