import { uuidV5 } from '../../uuidV5.ts';

/** The namespace of this project's ids. Another one would give every message another id. */
const NAMESPACE = '8f1d9a52-c9c5-4c1d-9a1b-e0a0d6a7b3f4';

/**
 * A UUID (version 5) of what something is and its name elsewhere: the same for the same, so that a message that is told
 * again has the same id.
 */
export function repeatableId(what: string, name: string): string {
    return uuidV5(`${what}\n${name}`, NAMESPACE);
}
