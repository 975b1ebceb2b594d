import { MetadataMistake } from '../orgError.ts';
import type { OrgField, OrgObject } from '../schema/objectTypes.ts';
import { readMetadataFile } from './metadataFile.ts';
import type { ProjectFile } from './projectFiles.ts';

function own(name: string, label: string, type: OrgField['type'], length?: number): OrgField {
    return {
        name,
        label,
        type,
        custom: false,
        createable: false,
        updateable: false,
        required: false,
        filterable: true,
        open: true,
        ...(length === undefined ? {} : { length })
    };
}

const OWN_FIELDS: readonly OrgField[] = [
    own('Id', 'Custom Metadata Record ID', 'Id'),
    own('DeveloperName', 'Custom Metadata Record Name', 'String', 40),
    own('MasterLabel', 'Label', 'String', 40),
    own('Label', 'Label', 'String', 40),
    own('Language', 'Master Language', 'Picklist', 40),
    own('NamespacePrefix', 'Namespace Prefix', 'String', 15),
    own('QualifiedApiName', 'Qualified API Name', 'String', 70),
    own('SystemModstamp', 'System Modstamp', 'DateTime')
];

/** Reads a custom metadata type. */
export function readCustomMetadataType(file: ProjectFile, fields: readonly OrgField[], keyPrefix: string): OrgObject {
    const element = readMetadataFile(file.path, file.shownAs, 'CustomObject');
    const visibility = element.textOf('visibility') ?? 'Public';
    if (!['Public', 'Protected', 'PackageProtected'].includes(visibility)) {
        throw new MetadataMistake(
            file.shownAs,
            `<visibility> is ${visibility}; it must be Public, Protected or PackageProtected`
        );
    }
    const label = element.requiredText('label');
    if (label.length > 40) {
        throw new MetadataMistake(file.shownAs, `<label> has ${label.length} characters; at most 40 are allowed`);
    }
    return {
        name: file.name,
        label,
        labelPlural: element.requiredText('pluralLabel'),
        keyPrefix,
        nameField: 'Label',
        kind: 'customMetadata',
        sharing: 'public',
        createable: false,
        updateable: false,
        deletable: false,
        fields: new Map([...OWN_FIELDS, ...fields].map((field) => [field.name, field]))
    };
}
