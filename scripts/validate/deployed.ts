/** What would leave this machine: nothing but what the platform takes. */
import path from 'node:path';
import '../sf/noLogFile.ts';
import { ForceIgnore } from '@salesforce/source-deploy-retrieve';
import type { Check } from './problem.ts';

export const onlyJavaScriptIsDeployed: Check = (project) => {
    const ignored = ForceIgnore.findAndCreate(project.root);
    return project.files
        .filter((file) => file.endsWith('.ts') && ignored.accepts(path.join(project.root, file)))
        .map((file) => ({
            check: 'TypeScript deployed',
            file,
            message: 'The platform takes only JavaScript: name it in .forceignore, e.g. **/*.ts.'
        }));
};

export const noApex: Check = (project) =>
    project.files
        .filter((file) => /\.(cls|trigger|apex)(-meta\.xml)?$/.test(file))
        .map((file) => ({
            check: 'Apex',
            file,
            message: 'This project has no Apex: an admin installs it without tests.'
        }));
