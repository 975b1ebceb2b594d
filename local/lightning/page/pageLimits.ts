import { limitBrowser } from './browserLimits.ts';

limitBrowser(window, globalThis.localPage.answers);
