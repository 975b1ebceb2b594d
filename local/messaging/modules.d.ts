/** The page's components, which the bundler finds by name. */
declare module 'messaging/*' {
    import type { LightningElement } from 'lwc';
    const component: typeof LightningElement;
    export default component;
}
