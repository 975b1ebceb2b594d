import type { Interaction } from 'c/interactions';
import { OPEN_CALL_FIELDS } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { adviseRules, fieldSources } from 'c/mappingAdvice';
import type { FieldSource, RuleAdvice } from 'c/mappingAdvice';
import { fieldText, setupLinks, vendorText } from 'c/mappingWords';
import type { SetupLinks } from 'c/mappingWords';
import type { MappingRecord } from 'c/mappingFiles';
import type { OrgReader } from 'c/orgReader';
import { onPhoneOnPage, phonesOnPage, vendorQuestion } from 'c/phoneOnPage';
import type { WriteMode } from 'c/taskSync';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import mayCustomize from '@salesforce/userPermission/CustomizeApplication';
import { LightningElement } from 'lwc';
import { LABELS, VENDOR_NOTES } from './labels.ts';
import { readMapping } from './readMapping.ts';
import type { MappingRead } from './readMapping.ts';

interface NewRule extends HTMLElement {
    compose(attribute: string, field: string): void;
}

/** The admin's page of the mapping: what the rules do, what they would do, and how to change them. */
export default class AttributeMappingSetup extends LightningElement {
    labels = LABELS;
    reader: OrgReader | undefined;
    reading = false;
    problem = '';
    noAccess = false;
    readAt = '';
    read: MappingRead | undefined;
    interaction: Interaction | undefined;
    /** Made anew with each reading, not with each drawing: a mapping may have thousands of rules. */
    advice: readonly RuleAdvice[] = [];
    sources: readonly FieldSource[] = [];
    links: SetupLinks = setupLinks(new Map());
    /** Whose phones are on the page. */
    vendors: readonly string[] = [];
    private stop: (() => void) | undefined;
    private turn = 0;

    connectedCallback(): void {
        this.stop = onPhoneOnPage(() => this.look());
        this.look();
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get status(): string {
        return this.reading ? LABELS.reading : this.readAt;
    }

    get stale(): boolean {
        return this.problem !== '' && this.read !== undefined;
    }

    get records(): readonly MappingRecord[] {
        return this.read?.records ?? [];
    }

    get manageHref(): string {
        return this.links.manage;
    }

    get mode(): WriteMode | undefined {
        const settings = this.read?.settings;
        // Salesforce's own record of a call is waited for, whatever the mode.
        return settings === 'noAccess' || this.onVoiceCall ? undefined : settings?.mode;
    }

    get mayEdit(): boolean {
        return mayCustomize === true;
    }

    /** What this user cannot see or do, each in one sentence. */
    get notes(): readonly string[] {
        const { read } = this;
        return [
            ...(this.mayEdit ? [] : [LABELS.mayNotEdit]),
            ...(read?.settings === 'noAccess' ? [LABELS.noSettings] : []),
            ...this.vendorNotes,
            ...this.targetNotes,
            ...(read && read.picture.fields === undefined ? [LABELS.noFields] : []),
            ...(read && read.known.size === 0 ? [LABELS.noLabels] : [])
        ];
    }

    /** Which phone saves, where that is a question. */
    get vendorNotes(): readonly string[] {
        const settings = this.read?.settings;
        if (settings === undefined || settings === 'noAccess') return [];
        const { state, writer } = vendorQuestion(settings.writingVendor, this.vendors);
        if (writer === undefined || (state === 'chosen' && this.vendors.length < 2)) return [];
        return [fill(VENDOR_NOTES[state], vendorText(writer))];
    }

    get onVoiceCall(): boolean {
        return this.read?.picture.target === 'VoiceCall';
    }

    /** Where values are saved, and which fields may be; what that means for the other phone. */
    get targetNotes(): readonly string[] {
        if (!this.onVoiceCall) return [];
        const named = (name: string): string => fieldText(name, this.read?.picture.fields?.[name]?.label);
        return [
            fill(LABELS.onVoiceCall, OPEN_CALL_FIELDS.map(named).join('; ')),
            ...(this.vendors.some((vendor) => vendor !== 'salesforceVoice') ? [LABELS.othersOnTask] : [])
        ];
    }

    look(): void {
        this.vendors = phonesOnPage().map(({ vendor }) => vendor);
    }

    handleReady(event: CustomEvent<{ reader: OrgReader }>): void {
        this.reader = event.detail.reader;
        void this.ask();
    }

    /** The button stays as it is meanwhile: switched off it would lose the focus. */
    handleRefresh(): void {
        if (!this.reading) void this.ask();
    }

    handleInteraction(event: CustomEvent<{ interaction: Interaction | undefined }>): void {
        this.interaction = event.detail.interaction;
    }

    handleCompose(event: CustomEvent<{ attribute: string; field: string }>): void {
        const { attribute, field } = event.detail;
        this.template?.querySelector<NewRule>('c-mapping-new-rule')?.compose(attribute, field);
    }

    /** The answer to the latest asking counts. What was read before stays while the org cannot be asked. */
    async ask(): Promise<void> {
        const { reader } = this;
        if (!reader) return;
        this.turn += 1;
        const { turn } = this;
        this.reading = true;
        const answer = await readMapping(reader);
        if (turn !== this.turn) return;
        this.reading = false;
        this.noAccess = answer === 'noAccess';
        this.problem = '';
        if (answer === 'noAccess') {
            this.read = undefined;
            this.readAt = '';
        } else if (typeof answer === 'string') {
            this.problem = LABELS[answer];
        } else {
            this.read = answer;
            this.advice = adviseRules(answer.picture);
            this.sources = fieldSources(answer.picture);
            this.links = setupLinks(answer.known);
            const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone }).format(new Date());
            this.readAt = fill(LABELS.read, time);
        }
    }
}
