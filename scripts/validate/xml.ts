import { XMLValidator } from 'fast-xml-parser';
import type { Check } from './problem.ts';

/** Conversion takes malformed XML without a word (K17). */
export const wellFormedXml: Check = (project) =>
    project.files
        .filter((file) => file.endsWith('.xml'))
        .flatMap((file) => {
            const result = XMLValidator.validate(project.text(file));
            if (result === true) return [];
            return [{ check: 'malformed XML', file, message: `${result.err.msg} Line ${result.err.line}.` }];
        });
