/** Runs each after the one before has ended, so that an org is asked one thing at a time. */
export async function inTurn<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
    await items.reduce((before, item) => before.then(() => run(item)), Promise.resolve());
}
