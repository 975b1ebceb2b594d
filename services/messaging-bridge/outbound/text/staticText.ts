import type { StaticContent } from '../content/static.ts';
import { lines, linkText, titleText } from './lines.ts';

/** Files by their names only: an address in Salesforce is not for the customer, and may not live long. */
export function staticText(content: StaticContent): string {
    switch (content.formatType) {
        case 'Text':
            return content.text;
        case 'Attachments':
            return lines(content.text, ...content.attachments.map(({ name }) => name));
        case 'Links':
            return lines(...content.links.map(linkText));
        case 'RichLink':
            return lines(content.text, linkText(content.linkItem), content.video?.assetUrl);
        case 'Media':
            return lines(
                content.mediaAsset.description,
                content.mediaAsset.assetUrl,
                ...content.linkItems.map(linkText)
            );
        case 'WebView':
            return linkText({ ...(content.title ? { titleItem: content.title } : {}), url: content.url });
        case 'Application':
            return lines(titleText(content.message), content.name);
        case 'ExperienceType':
            return content.message ?? '';
    }
}
