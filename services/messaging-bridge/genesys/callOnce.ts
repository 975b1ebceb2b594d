import { ArgumentError, GenesysError, operationNamed } from '@switchboard/genesys-api';
import type { Answer, Arguments, GenesysClient, Operation } from '@switchboard/genesys-api';
import type { Sending, Sent } from '../delivery/sender.ts';
import { sentOf } from './outcomes.ts';

/**
 * Sends something that Genesys Cloud would do twice if it were asked twice; `name` is that of one of the 63 operations, or
 * another operation. `idOf` names what an answer says was made;
 * an answer without it is as good as none. Throws what `leaving` throws.
 */
export async function callOnce(
    client: GenesysClient,
    name: string | Operation,
    given: Arguments,
    { signal, leaving }: Pick<Sending, 'signal' | 'leaving'>,
    idOf: (answer: Answer) => string | undefined
): Promise<Sent> {
    const whileWaiting = new AbortController();
    let hasLeft = false;
    // A worker that ends goes no further in its queue; what is under way is waited for, because to cut it off would
    // only mean that nobody knows.
    const stop = (): void => {
        if (!hasLeft) whileWaiting.abort();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    let late: { readonly error: unknown } | undefined;
    try {
        const answer = await client.call(typeof name === 'string' ? operation(name) : name, given, {
            signal: whileWaiting.signal,
            onSend(): void {
                try {
                    leaving();
                } catch (error) {
                    late = { error };
                    throw error;
                }
                hasLeft = true;
            }
        });
        const remoteId = idOf(answer);
        return remoteId === undefined
            ? { kind: 'unknown', reason: `its answer (${answer.status}) names no message` }
            : { kind: 'sent', remoteId };
    } catch (error) {
        if (late !== undefined) throw late.error;
        // No secret could be read, say. It is somebody's to repair, and no reason to lose a message.
        if (!hasLeft && !(error instanceof GenesysError) && !(error instanceof ArgumentError))
            return { kind: 'notNow', reason: 'the bridge has no token of Genesys Cloud' };
        return sentOf(error);
    } finally {
        signal.removeEventListener('abort', stop);
    }
}

/** What a question says; why it has no answer where it has none. */
export async function ask(
    client: GenesysClient,
    name: string,
    given: Arguments,
    signal: AbortSignal
): Promise<{ readonly data: unknown } | 'notThere' | 'unreachable'> {
    try {
        const { data } = await client.call(operation(name), given, { signal });
        return { data };
    } catch (error) {
        if (!(error instanceof GenesysError)) return 'unreachable';
        const { failure } = error.facts;
        // Whoever may not look will never find it: to wait for that would keep the conversation waiting for ever.
        return failure === 'refused' || failure === 'notAllowed' ? 'notThere' : 'unreachable';
    }
}

export function operation(name: string): Operation {
    const found = operationNamed(name);
    if (found === undefined) throw new TypeError(`Genesys Cloud has no operation ${name}.`);
    return found;
}
