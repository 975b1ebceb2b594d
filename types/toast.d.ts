declare module 'lightning/platformShowToastEvent' {
    export interface ToastInit {
        readonly title: string;
        readonly message?: string;
        readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
        readonly variant?: 'info' | 'success' | 'warning' | 'error';
        readonly mode?: 'dismissible' | 'pester' | 'sticky';
    }
    export class ShowToastEvent extends CustomEvent<ToastInit> {
        constructor(init: ToastInit);
    }
}
