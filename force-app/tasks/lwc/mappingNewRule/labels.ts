import active from '@salesforce/label/c.Switchboard_NewRule_Active';
import all from '@salesforce/label/c.Switchboard_NewRule_All';
import attribute from '@salesforce/label/c.Switchboard_NewRule_Attribute';
import attributeField from '@salesforce/label/c.Switchboard_NewRule_AttributeField';
import checked from '@salesforce/label/c.Switchboard_NewRule_Checked';
import copied from '@salesforce/label/c.Switchboard_NewRule_Copied';
import copy from '@salesforce/label/c.Switchboard_NewRule_Copy';
import copyAll from '@salesforce/label/c.Switchboard_NewRule_CopyAll';
import dataName from '@salesforce/label/c.Switchboard_NewRule_DataName';
import empty from '@salesforce/label/c.Switchboard_NewRule_Empty';
import field from '@salesforce/label/c.Switchboard_NewRule_Field';
import fieldName from '@salesforce/label/c.Switchboard_NewRule_FieldName';
import incomplete from '@salesforce/label/c.Switchboard_NewRule_Incomplete';
import intro from '@salesforce/label/c.Switchboard_NewRule_Intro';
import label from '@salesforce/label/c.Switchboard_NewRule_Label';
import manage from '@salesforce/label/c.Switchboard_NewRule_Manage';
import mayNot from '@salesforce/label/c.Switchboard_NewRule_MayNot';
import name from '@salesforce/label/c.Switchboard_NewRule_Name';
import notCopied from '@salesforce/label/c.Switchboard_NewRule_NotCopied';
import openNew from '@salesforce/label/c.Switchboard_NewRule_OpenNew';
import order from '@salesforce/label/c.Switchboard_NewRule_Order';
import overwrite from '@salesforce/label/c.Switchboard_NewRule_Overwrite';
import participant from '@salesforce/label/c.Switchboard_NewRule_Participant';
import taskField from '@salesforce/label/c.Switchboard_NewRule_TaskField';
import ticked from '@salesforce/label/c.Switchboard_NewRule_Ticked';
import title from '@salesforce/label/c.Switchboard_NewRule_Title';
import types from '@salesforce/label/c.Switchboard_NewRule_Types';
import typesField from '@salesforce/label/c.Switchboard_NewRule_TypesField';
import values from '@salesforce/label/c.Switchboard_NewRule_Values';
import zip from '@salesforce/label/c.Switchboard_NewRule_Zip';

export const LABELS = {
    active,
    all,
    attribute,
    attributeField,
    checked,
    copied,
    copy,
    copyAll,
    dataName,
    empty,
    field,
    fieldName,
    incomplete,
    intro,
    label,
    manage,
    mayNot,
    name,
    notCopied,
    openNew,
    order,
    overwrite,
    participant,
    taskField,
    ticked,
    title,
    types,
    typesField,
    values,
    zip
} as const;
