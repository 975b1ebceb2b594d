/** Loaded before the server whose memory is measured: answers each message with the bytes that are in use after a collection. */
process.on('message', () => {
    globalThis.gc?.();
    process.send?.(process.memoryUsage().heapUsed);
});
// A server ends when it is told to, also while somebody could ask.
process.channel?.unref();
