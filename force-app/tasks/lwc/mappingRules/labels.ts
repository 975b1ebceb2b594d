import active from '@salesforce/label/c.Switchboard_RuleTable_Active';
import attribute from '@salesforce/label/c.Switchboard_RuleTable_Attribute';
import butProblem from '@salesforce/label/c.Switchboard_RuleTable_ButProblem';
import byBuiltIn from '@salesforce/label/c.Switchboard_RuleTable_ByBuiltIn';
import byItself from '@salesforce/label/c.Switchboard_RuleTable_ByItself';
import byItselfNot from '@salesforce/label/c.Switchboard_RuleTable_ByItselfNot';
import byNothing from '@salesforce/label/c.Switchboard_RuleTable_ByNothing';
import byNothingOff from '@salesforce/label/c.Switchboard_RuleTable_ByNothingOff';
import byRecord from '@salesforce/label/c.Switchboard_RuleTable_ByRecord';
import caption from '@salesforce/label/c.Switchboard_RuleTable_Caption';
import count from '@salesforce/label/c.Switchboard_RuleTable_Count';
import field from '@salesforce/label/c.Switchboard_RuleTable_Field';
import forTypes from '@salesforce/label/c.Switchboard_RuleTable_ForTypes';
import intro from '@salesforce/label/c.Switchboard_RuleTable_Intro';
import no from '@salesforce/label/c.Switchboard_RuleTable_No';
import none from '@salesforce/label/c.Switchboard_RuleTable_None';
import openOne from '@salesforce/label/c.Switchboard_RuleTable_OpenOne';
import order from '@salesforce/label/c.Switchboard_RuleTable_Order';
import origin from '@salesforce/label/c.Switchboard_RuleTable_Origin';
import overwrite from '@salesforce/label/c.Switchboard_RuleTable_Overwrite';
import rule from '@salesforce/label/c.Switchboard_RuleTable_Rule';
import sourcesIntro from '@salesforce/label/c.Switchboard_RuleTable_SourcesIntro';
import sourcesTitle from '@salesforce/label/c.Switchboard_RuleTable_SourcesTitle';
import title from '@salesforce/label/c.Switchboard_RuleTable_Title';
import types from '@salesforce/label/c.Switchboard_RuleTable_Types';
import verdict from '@salesforce/label/c.Switchboard_RuleTable_Verdict';
import yes from '@salesforce/label/c.Switchboard_RuleTable_Yes';

export const LABELS = {
    active,
    attribute,
    butProblem,
    byBuiltIn,
    byItself,
    byItselfNot,
    byNothing,
    byNothingOff,
    byRecord,
    caption,
    count,
    field,
    forTypes,
    intro,
    no,
    none,
    openOne,
    order,
    origin,
    overwrite,
    rule,
    sourcesIntro,
    sourcesTitle,
    title,
    types,
    verdict,
    yes
} as const;
