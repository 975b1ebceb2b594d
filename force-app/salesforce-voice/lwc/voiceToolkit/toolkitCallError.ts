import type { ToolkitMethod } from './methods.ts';

/** `NO_TOOLKIT`: no element is attached. `NO_METHOD`: the element has no such method. `FAILED`: it threw; `cause` says what. */
export type CallErrorCode = 'NO_TOOLKIT' | 'NO_METHOD' | 'FAILED';

const WORDS: Readonly<Record<CallErrorCode, string>> = {
    NO_TOOLKIT:
        'the page has no lightning-service-cloud-voice-toolkit-api, or it is not attached yet; call attach with it',
    NO_METHOD:
        'the toolkit on this page has no such method; it needs API version 52.0 or later and access to Salesforce Voice',
    FAILED: 'the toolkit threw an error; its own words are in cause'
};

/** The toolkit was not asked, or threw at once. */
export class ToolkitCallError extends Error {
    override readonly name = 'ToolkitCallError';
    readonly method: ToolkitMethod;
    readonly code: CallErrorCode;

    constructor(method: ToolkitMethod, code: CallErrorCode, cause?: unknown) {
        super(`${method}: ${WORDS[code]}`, { cause });
        this.method = method;
        this.code = code;
    }
}
