import '../lightning/page/localPage.ts';
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import Desk from 'messaging/desk';

document.body.append(createElement('messaging-desk', { is: Desk }));
