/** Modules that the bundler makes: the page's components by name, and the app as its metadata describes it. */
declare module 'page/app' {
    import type { LightningElement } from 'lwc';
    export const app: import('../bundle/app.ts').LightningApp;
    export const components: Readonly<Record<string, typeof LightningElement>>;
}

declare module 'page/*' {
    import type { LightningElement } from 'lwc';
    const component: typeof LightningElement;
    export default component;
}

declare module '@lwc/synthetic-shadow';

declare module 'lightning/toastContainer' {
    const ToastContainer: { instance(): unknown };
    export default ToastContainer;
}
