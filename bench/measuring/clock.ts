/**
 * Milliseconds that this thread had of the processor, so that other programs on the machine do not count; milliseconds
 * that went by where this Node cannot tell (before 23.9).
 */
export function threadClock(): number {
    // The types know it only from Node 23.9 on.
    const { threadCpuUsage } = process as { readonly threadCpuUsage?: () => { user: number; system: number } };
    if (threadCpuUsage === undefined) return performance.now();
    const { user, system } = threadCpuUsage();
    return (user + system) / 1_000;
}
