import { rowProblemOf, ruleOf } from 'c/mappingFiles';
import { EMPTY_DRAFT, overwriteChoices, recordOfDraft, typeChoices } from '../draft.ts';

jest.mock('@salesforce/label/c.Switchboard_Rules_OutboundDialing', () => ({ default: 'Kampagnenanruf' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Switchboard_Rules_OnlyWhenEmpty', () => ({ default: 'Nur wenn leer' }), {
    virtual: true
});

const chosen = { ...EMPTY_DRAFT, attribute: 'Call.QueueName', field: 'Queue__c' };
const valueOf = (choices: ReturnType<typeof typeChoices>, label: string): string =>
    choices.find((choice) => choice.label === label)?.value ?? `no choice is called ${label}`;

describe('an admin who composes a rule in another language', () => {
    it('chooses an interaction type in that language, and the record holds the word that every org takes', () => {
        const record = recordOfDraft({ ...chosen, types: [valueOf(typeChoices(), 'Kampagnenanruf')] }, undefined);
        expect(record?.interactionTypes).toBe('outbound dialing');
        expect(record && rowProblemOf(record)).toBeUndefined();
    });

    it('chooses when to overwrite in that language, and the record holds a value of its picklist', () => {
        const overwrite = valueOf(overwriteChoices(), 'Nur wenn leer');
        const record = recordOfDraft({ ...chosen, overwrite }, undefined);
        expect(record?.overwrite).toBe('Only when empty');
        expect(record && ruleOf(record)?.overwrite).toBe('onlyWhenEmpty');
    });
});
