/** StaticContentMessage: what the customer reads, and answers in words at most. */
import type { Members } from '../members.ts';
import { kept } from '../members.ts';
import type { Asset, LinkItem, NamedValue, TitleItem } from './parts.ts';
import { assetOf, linkOf, titleOf, valuesOf } from './parts.ts';

interface Static<F extends string> {
    readonly messageType: 'StaticContentMessage';
    readonly formatType: F;
}

export interface Text extends Static<'Text'> {
    readonly text: string;
    /** Where an answer of an assistant comes from, as it came. */
    readonly citations?: readonly unknown[];
}

/** What became of a file that *we* uploaded. */
export type UploadResult =
    | { readonly resultType: 'CompletedAttachmentUploadResult' }
    | { readonly resultType: 'PendingAttachmentUploadResult'; readonly referenceId?: string }
    | {
          readonly resultType: 'ErrorAttachmentUploadResult';
          /** StorageLimitExceeded, AttachmentTooLarge, AttachmentNotFound, … */
          readonly errorType?: string;
          readonly errorMessage?: string;
      };

export interface Attachment {
    readonly id?: string;
    readonly name: string;
    readonly mimeType?: string;
    /** Where Salesforce keeps the file; empty where it has none. How long it is there is not documented. */
    readonly url: string;
    readonly referenceId?: string;
    readonly attachmentUploadResult?: UploadResult;
}

export interface Attachments extends Static<'Attachments'> {
    readonly text?: string;
    readonly attachments: readonly Attachment[];
}

export interface Links extends Static<'Links'> {
    readonly links: readonly LinkItem[];
}

export interface RichLink extends Static<'RichLink'> {
    readonly text?: string;
    readonly linkItem: LinkItem;
    readonly image?: Asset;
    readonly video?: Asset;
}

export interface Media extends Static<'Media'> {
    readonly mediaAsset: Asset;
    readonly linkItems: readonly LinkItem[];
}

export interface WebView extends Static<'WebView'> {
    readonly url: string;
    readonly title?: TitleItem;
    readonly parameters: readonly NamedValue[];
    readonly displayType?: string;
}

export interface Application extends Static<'Application'> {
    readonly name: string;
    readonly identifier?: string;
    readonly applicationType?: string;
    readonly developerId?: string;
    readonly arguments: readonly NamedValue[];
    readonly message?: TitleItem;
}

export interface ExperienceType extends Static<'ExperienceType'> {
    readonly message?: string;
    /** As they came. */
    readonly values: readonly unknown[];
}

export type StaticContent = Text | Attachments | Links | RichLink | Media | WebView | Application | ExperienceType;

const messageType = 'StaticContentMessage';

function uploadResultOf(members: Members): UploadResult | undefined {
    const resultType = members.id('resultType');
    if (resultType === 'CompletedAttachmentUploadResult') return { resultType };
    if (resultType === 'PendingAttachmentUploadResult') {
        return kept({ resultType, referenceId: members.id('referenceId') });
    }
    if (resultType === 'ErrorAttachmentUploadResult') {
        const errorType = members.id('errorType', 'needed');
        return kept({ resultType, errorType, errorMessage: members.text('errorMessage') });
    }
    if (resultType !== undefined)
        members.note('resultType', resultType, 'Completed-, Pending- or ErrorAttachmentUploadResult');
    return undefined;
}

function attachmentOf(members: Members): Attachment {
    return kept({
        id: members.id('id', 'needed'),
        name: members.text('name', 'needed') ?? '',
        mimeType: members.id('mimeType', 'needed'),
        url: members.text('url', 'needed') ?? '',
        referenceId: members.id('referenceId'),
        attachmentUploadResult: uploadResultOf(members.object('attachmentUploadResult'))
    });
}

export const STATIC: {
    readonly [F in StaticContent['formatType']]: (m: Members) => Extract<StaticContent, Static<F>>;
} = {
    Text: (m) => {
        const citations = m.object('citationContent').list('citations');
        const text = m.text('text', 'needed') ?? '';
        return { messageType, formatType: 'Text', text, ...(citations.length > 0 ? { citations } : {}) };
    },
    Attachments: (m) =>
        kept({
            messageType,
            formatType: 'Attachments',
            text: m.text('text'),
            attachments: m.objects('attachments', 'needed').map(attachmentOf)
        }),
    Links: (m) => ({ messageType, formatType: 'Links', links: m.objects('links', 'needed').map(linkOf) }),
    RichLink: (m) =>
        kept({
            messageType,
            formatType: 'RichLink',
            text: m.text('text'),
            linkItem: linkOf(m.object('linkItem', 'needed')),
            image: assetOf(m.object('image')),
            video: assetOf(m.object('video'))
        }),
    Media: (m) => ({
        messageType,
        formatType: 'Media',
        mediaAsset: assetOf(m.object('mediaAsset', 'needed')) ?? {},
        linkItems: m.objects('linkItems').map(linkOf)
    }),
    WebView: (m) =>
        kept({
            messageType,
            formatType: 'WebView',
            url: m.text('url', 'needed') ?? '',
            title: titleOf(m.object('title')),
            parameters: valuesOf(m, 'parameters'),
            displayType: m.id('displayType')
        }),
    Application: (m) => {
        const application = m.object('application', 'needed');
        return kept({
            messageType,
            formatType: 'Application',
            name: application.text('name', 'needed') ?? '',
            identifier: application.id('identifier', 'needed'),
            applicationType: application.id('applicationType', 'needed'),
            developerId: application.id('developerId', 'needed'),
            arguments: valuesOf(application, 'arguments'),
            message: titleOf(application.object('message'))
        });
    },
    ExperienceType: (m) =>
        kept({
            messageType,
            formatType: 'ExperienceType',
            message: m.text('message'),
            values: m.list('values', 'needed')
        })
};
