/** Loaded before the server whose memory is measured: answers each message with the bytes in use after a collection, and those it has of the machine. */
process.on('message', () => {
    globalThis.gc?.();
    const { heapUsed: heap, rss } = process.memoryUsage();
    process.send?.({ heap, rss });
});
// A server ends when it is told to, also while somebody could ask.
process.channel?.unref();
