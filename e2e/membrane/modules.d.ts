/** What sandboxedPage.ts puts together. */
declare module 'membrane/inner' {
    const source: string;
    export default source;
}
declare module 'membrane/outside' {
    const modules: Readonly<Record<string, object>>;
    export default modules;
}
