import attribute from '@salesforce/label/c.Switchboard_Suggest_Attribute';
import attributesCaption from '@salesforce/label/c.Switchboard_Suggest_AttributesCaption';
import carried from '@salesforce/label/c.Switchboard_Suggest_Carried';
import comes from '@salesforce/label/c.Switchboard_Suggest_Comes';
import compose from '@salesforce/label/c.Switchboard_Suggest_Compose';
import composeHere from '@salesforce/label/c.Switchboard_NewRule_Title';
import composeOne from '@salesforce/label/c.Switchboard_Suggest_ComposeOne';
import derived from '@salesforce/label/c.Switchboard_Suggest_Derived';
import field from '@salesforce/label/c.Switchboard_Suggest_Field';
import fieldsCaption from '@salesforce/label/c.Switchboard_Suggest_FieldsCaption';
import fits from '@salesforce/label/c.Switchboard_Suggest_Fits';
import intro from '@salesforce/label/c.Switchboard_Suggest_Intro';
import noAttribute from '@salesforce/label/c.Switchboard_Suggest_NoAttribute';
import noAttributes from '@salesforce/label/c.Switchboard_Suggest_NoAttributes';
import noFields from '@salesforce/label/c.Switchboard_Suggest_NoFields';
import nothing from '@salesforce/label/c.Switchboard_Suggest_Nothing';
import participantData from '@salesforce/label/c.Switchboard_Suggest_ParticipantData';
import title from '@salesforce/label/c.Switchboard_Suggest_Title';

export const LABELS = {
    attribute,
    attributesCaption,
    carried,
    comes,
    compose,
    composeHere,
    composeOne,
    derived,
    field,
    fieldsCaption,
    fits,
    intro,
    noAttribute,
    noAttributes,
    noFields,
    nothing,
    participantData,
    title
} as const;
