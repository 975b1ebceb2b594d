import again from '@salesforce/label/c.Switchboard_Preview_Again';
import byItself from '@salesforce/label/c.Switchboard_Preview_ByItself';
import caption from '@salesforce/label/c.Switchboard_Preview_Caption';
import choose from '@salesforce/label/c.Switchboard_Preview_Choose';
import cleared from '@salesforce/label/c.Switchboard_Preview_Cleared';
import cut from '@salesforce/label/c.Switchboard_Preview_Cut';
import emptyTrace from '@salesforce/label/c.Switchboard_Preview_EmptyTrace';
import field from '@salesforce/label/c.Switchboard_Preview_Field';
import fieldNotWriteable from '@salesforce/label/c.Switchboard_Preview_FieldNotWriteable';
import file from '@salesforce/label/c.Switchboard_Preview_File';
import followMode from '@salesforce/label/c.Switchboard_Preview_FollowMode';
import from from '@salesforce/label/c.Switchboard_Preview_From';
import intro from '@salesforce/label/c.Switchboard_Preview_Intro';
import last from '@salesforce/label/c.Switchboard_Preview_Last';
import neverConnected from '@salesforce/label/c.Switchboard_Preview_NeverConnected';
import noPhone from '@salesforce/label/c.Switchboard_Preview_NoPhone';
import noneYet from '@salesforce/label/c.Switchboard_Preview_NoneYet';
import notConnectedYet from '@salesforce/label/c.Switchboard_Preview_NotConnectedYet';
import notInPicklist from '@salesforce/label/c.Switchboard_Preview_NotInPicklist';
import notKnown from '@salesforce/label/c.Switchboard_Preview_NotKnown';
import ofTrace from '@salesforce/label/c.Switchboard_Preview_OfTrace';
import otherRule from '@salesforce/label/c.Switchboard_Preview_OtherRule';
import outcome from '@salesforce/label/c.Switchboard_Preview_Outcome';
import phoneMode from '@salesforce/label/c.Switchboard_Preview_PhoneMode';
import phoneWritesNone from '@salesforce/label/c.Switchboard_Preview_PhoneWritesNone';
import refused from '@salesforce/label/c.Switchboard_Preview_Refused';
import refusedLine from '@salesforce/label/c.Switchboard_Preview_RefusedLine';
import refusedValue from '@salesforce/label/c.Switchboard_Preview_RefusedValue';
import title from '@salesforce/label/c.Switchboard_Preview_Title';
import unknownAttribute from '@salesforce/label/c.Switchboard_Preview_UnknownAttribute';
import unknownField from '@salesforce/label/c.Switchboard_Preview_UnknownField';
import unreadable from '@salesforce/label/c.Switchboard_Preview_Unreadable';
import value from '@salesforce/label/c.Switchboard_Preview_Value';
import valueDoesNotFit from '@salesforce/label/c.Switchboard_Preview_ValueDoesNotFit';
import written from '@salesforce/label/c.Switchboard_Preview_Written';
import writtenWhenEmpty from '@salesforce/label/c.Switchboard_Preview_WrittenWhenEmpty';

export const LABELS = {
    again,
    byItself,
    caption,
    choose,
    cleared,
    cut,
    emptyTrace,
    field,
    fieldNotWriteable,
    file,
    followMode,
    from,
    intro,
    last,
    neverConnected,
    noPhone,
    noneYet,
    notConnectedYet,
    notInPicklist,
    notKnown,
    ofTrace,
    otherRule,
    outcome,
    phoneMode,
    phoneWritesNone,
    refused,
    refusedLine,
    refusedValue,
    title,
    unknownAttribute,
    unknownField,
    unreadable,
    value,
    valueDoesNotFit,
    written,
    writtenWhenEmpty
} as const;
