/** `@salesforce/*` modules. A global script: no top-level import or export here. */
declare module '@salesforce/messageChannel/*' {
    import type { MessageChannel } from 'lightning/messageService';
    const channel: MessageChannel;
    export default channel;
}

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/schema/*' {
    const reference: { readonly objectApiName: string; readonly fieldApiName: string };
    export default reference;
}

declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}

declare module '@salesforce/customPermission/*' {
    /** `true` when the user has it, else absent. */
    const granted: boolean | undefined;
    export default granted;
}

declare module '@salesforce/userPermission/*' {
    /** `true` when the user has it, else absent. */
    const granted: boolean | undefined;
    export default granted;
}

declare module '@salesforce/i18n/lang' {
    const lang: string;
    export default lang;
}

declare module '@salesforce/i18n/locale' {
    const locale: string;
    export default locale;
}

declare module '@salesforce/i18n/timeZone' {
    const timeZone: string;
    export default timeZone;
}

declare module '@salesforce/i18n/dir' {
    const dir: 'ltr' | 'rtl';
    export default dir;
}

declare module '@salesforce/i18n/currency' {
    const currency: string;
    export default currency;
}
