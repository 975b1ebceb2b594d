/** Waits until the components have drawn what was waiting. A number of turns, not a time: works with fake timers too. */
export async function settled(turns = 12): Promise<void> {
    if (turns === 0) return;
    await Promise.resolve();
    await settled(turns - 1);
}
