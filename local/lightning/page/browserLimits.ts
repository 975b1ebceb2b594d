/** Browsers, and Lightning Web Security, that give a page less than others: what the profile says is missing. */

export type BrowserAnswers = Readonly<Record<string, string>>;

/** The parts of a window that can be taken away. */
export interface LimitedWindow {
    readonly navigator: object;
    readonly Storage: { readonly prototype: object };
}

const STORAGES = ['localStorage', 'sessionStorage'] as const;

/** Takes away what this org's pages do not have. Call it before a component loads. */
export function limitBrowser(window: LimitedWindow, answers: BrowserAnswers): void {
    if (answers['browser-storage'] === 'disabled') {
        STORAGES.forEach((name) => define(window, name, { get: denied }));
    }
    if (answers['browser-storage'] === 'full') {
        define(window.Storage.prototype, 'setItem', { value: full });
    }
    if (answers['web-locks'] === 'missing') {
        define(window.navigator, 'locks', { value: undefined });
    }
    if (answers['broadcast-channel'] === 'missing') {
        define(window, 'BroadcastChannel', { value: undefined });
    }
    if (answers['browser-database'] === 'missing') {
        define(window, 'indexedDB', { value: undefined });
    }
}

function define(target: object, name: string, property: PropertyDescriptor): void {
    Object.defineProperty(target, name, { configurable: true, ...property });
}

function denied(): never {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
}

function full(): never {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}
