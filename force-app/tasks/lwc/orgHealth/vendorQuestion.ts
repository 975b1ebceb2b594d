import { fill } from 'c/labelText';
import { vendorText } from 'c/mappingWords';
import { readSettings } from 'c/orgReader';
import { phonesOnPage, vendorQuestion } from 'c/phoneOnPage';
import { type Finding, findingOfError } from './findings.ts';
import type { Asked, Question } from './question.ts';
import { VENDOR } from './vendorLabels.ts';

async function ask({ reader }: Asked): Promise<Finding> {
    try {
        const settings = await readSettings(reader);
        if (settings === 'noAccess') return { outcome: 'unclear', meaning: VENDOR.unread };
        const { state, writer } = vendorQuestion(
            settings.writingVendor,
            phonesOnPage().map(({ vendor }) => vendor)
        );
        const name = vendorText(writer ?? '');
        switch (state) {
            case 'choose':
                return { outcome: 'limited', meaning: fill(VENDOR.both, name), setting: VENDOR.bothSet };
            case 'missing':
                return {
                    outcome: 'refused',
                    meaning: fill(VENDOR.missing, name),
                    setting: fill(VENDOR.missingSet, name)
                };
            case 'chosen':
                return { outcome: 'works', meaning: fill(VENDOR.chosen, name) };
            default:
                return { outcome: 'works', meaning: VENDOR.one };
        }
    } catch (error) {
        return findingOfError(error, { outcome: 'unclear', meaning: VENDOR.unread });
    }
}

/** Where both phones are in one app, does one of them save? */
export const VENDOR_QUESTION: Question = {
    id: 'vendor',
    group: 'phone',
    title: VENDOR.title,
    tried: VENDOR.tried,
    ask
};
