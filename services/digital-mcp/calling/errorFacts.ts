import { ArgumentError, GenesysError, hintFor, SecretMissing } from '@switchboard/genesys-api';
import { CallError } from './callError.ts';
import type { ErrorFacts } from './callError.ts';

/** What goes to the client: texts of ours, and what Genesys Cloud said. Never another error's text. */
export function errorFacts(error: unknown, hasLeft: boolean): ErrorFacts {
    if (error instanceof CallError) return error.facts;
    if (error instanceof ArgumentError) {
        const { field, given, allowed, message } = error;
        return { reason: 'badArgument', field, given, allowed, message };
    }
    if (error instanceof GenesysError) {
        const { failure, operation: _operation, said: _said, ...facts } = error.facts;
        const [field] = facts.details?.flatMap(({ fieldName }) => fieldName ?? []) ?? [];
        return {
            reason: failure,
            message: error.message,
            hint: hintFor(error.facts),
            ...(field === undefined ? {} : { field }),
            ...facts
        };
    }
    if (error instanceof SecretMissing) {
        return {
            reason: 'signInFailed',
            message: `${error.message} Nothing was done.`,
            hint: 'Tell whoever runs this server.'
        };
    }
    return {
        reason: 'internal',
        message: hasLeft
            ? 'This server failed. Nobody can tell from here whether anything was done.'
            : 'This server failed. Nothing was done.'
    };
}
