/** Runs something later, unless the process ends before; the answer cancels it. */
export function afterTimeout(run: () => void, ms: number): () => void {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
}
