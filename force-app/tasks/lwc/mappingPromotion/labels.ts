import at from '@salesforce/label/c.Switchboard_Promote_At';
import badLabel from '@salesforce/label/c.Switchboard_Promote_BadLabel';
import badName from '@salesforce/label/c.Switchboard_Promote_BadName';
import badOverwrite from '@salesforce/label/c.Switchboard_Promote_BadOverwrite';
import caption from '@salesforce/label/c.Switchboard_Promote_Caption';
import change from '@salesforce/label/c.Switchboard_Promote_Change';
import checked from '@salesforce/label/c.Switchboard_Promote_Checked';
import checkedOne from '@salesforce/label/c.Switchboard_Promote_CheckedOne';
import compare from '@salesforce/label/c.Switchboard_Promote_Compare';
import csv from '@salesforce/label/c.Switchboard_Promote_Csv';
import cutOff from '@salesforce/label/c.Switchboard_Promote_CutOff';
import deploy from '@salesforce/label/c.Switchboard_Promote_Deploy';
import differs from '@salesforce/label/c.Switchboard_Promote_Differs';
import doubleName from '@salesforce/label/c.Switchboard_Promote_DoubleName';
import exportTitle from '@salesforce/label/c.Switchboard_Promote_Export';
import file from '@salesforce/label/c.Switchboard_Promote_File';
import intro from '@salesforce/label/c.Switchboard_Promote_Intro';
import leftOut from '@salesforce/label/c.Switchboard_Promote_LeftOut';
import line from '@salesforce/label/c.Switchboard_Promote_Line';
import noAttribute from '@salesforce/label/c.Switchboard_Promote_NoAttribute';
import noColumn from '@salesforce/label/c.Switchboard_Promote_NoColumn';
import noDeletes from '@salesforce/label/c.Switchboard_Promote_NoDeletes';
import noDownload from '@salesforce/label/c.Switchboard_Promote_NoDownload';
import noField from '@salesforce/label/c.Switchboard_Promote_NoField';
import noRecords from '@salesforce/label/c.Switchboard_Promote_NoRecords';
import noRules from '@salesforce/label/c.Switchboard_Promote_NoRules';
import notANumber from '@salesforce/label/c.Switchboard_Promote_NotANumber';
import notCompared from '@salesforce/label/c.Switchboard_Promote_NotCompared';
import notRead from '@salesforce/label/c.Switchboard_Promote_NotRead';
import notReadable from '@salesforce/label/c.Switchboard_Promote_NotReadable';
import notUtf8 from '@salesforce/label/c.Switchboard_Promote_NotUtf8';
import notTrueOrFalse from '@salesforce/label/c.Switchboard_Promote_NotTrueOrFalse';
import nothing from '@salesforce/label/c.Switchboard_Promote_Nothing';
import onlyHere from '@salesforce/label/c.Switchboard_Promote_OnlyHere';
import onlyThere from '@salesforce/label/c.Switchboard_Promote_OnlyThere';
import openQuote from '@salesforce/label/c.Switchboard_Promote_OpenQuote';
import packedTight from '@salesforce/label/c.Switchboard_Promote_PackedTight';
import problems from '@salesforce/label/c.Switchboard_Promote_Problems';
import reading from '@salesforce/label/c.Switchboard_Promote_Reading';
import record from '@salesforce/label/c.Switchboard_Promote_Record';
import result from '@salesforce/label/c.Switchboard_Promote_Result';
import resultNotRead from '@salesforce/label/c.Switchboard_Promote_ResultNotRead';
import resultUnusable from '@salesforce/label/c.Switchboard_Promote_ResultUnusable';
import rule from '@salesforce/label/c.Switchboard_Promote_Rule';
import title from '@salesforce/label/c.Switchboard_Promote_Title';
import tooLarge from '@salesforce/label/c.Switchboard_Promote_TooLarge';
import tooLong from '@salesforce/label/c.Switchboard_Promote_TooLong';
import unknownObject from '@salesforce/label/c.Switchboard_Promote_UnknownObject';
import unknownType from '@salesforce/label/c.Switchboard_Promote_UnknownType';
import unusableHere from '@salesforce/label/c.Switchboard_Promote_UnusableHere';
import what from '@salesforce/label/c.Switchboard_Promote_What';
import where from '@salesforce/label/c.Switchboard_Promote_Where';
import zip from '@salesforce/label/c.Switchboard_Promote_Zip';
import zipHere from '@salesforce/label/c.Switchboard_Promote_ZipHere';
import zipThere from '@salesforce/label/c.Switchboard_Promote_ZipThere';

export const LABELS = {
    at,
    badLabel,
    badName,
    badOverwrite,
    caption,
    change,
    checked,
    checkedOne,
    compare,
    csv,
    cutOff,
    deploy,
    differs,
    doubleName,
    exportTitle,
    file,
    intro,
    leftOut,
    line,
    noAttribute,
    noColumn,
    noDeletes,
    noDownload,
    noField,
    noRecords,
    noRules,
    notANumber,
    notCompared,
    notRead,
    notReadable,
    notTrueOrFalse,
    notUtf8,
    nothing,
    onlyHere,
    onlyThere,
    openQuote,
    packedTight,
    problems,
    reading,
    record,
    result,
    resultNotRead,
    resultUnusable,
    rule,
    title,
    tooLarge,
    tooLong,
    unknownObject,
    unknownType,
    unusableHere,
    what,
    where,
    zip,
    zipHere,
    zipThere
} as const;
