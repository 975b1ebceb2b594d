import './localPage.ts';
import './pageLimits.ts';
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import Shell from 'page/shell';
import { openAtAddress } from './opening.ts';

openAtAddress();
document.body.append(createElement('page-shell', { is: Shell }));
