/** Finds the member of a list that is spelled the same but for case (T10): senders vary in it. */
export function ignoringCase<T extends string>(list: readonly T[]): (word: unknown) => T | undefined {
    const known = new Map(list.flatMap((member) => [member, member.toLowerCase()].map((word) => [word, member])));
    return (word) => (typeof word === 'string' ? (known.get(word) ?? known.get(word.toLowerCase())) : undefined);
}
