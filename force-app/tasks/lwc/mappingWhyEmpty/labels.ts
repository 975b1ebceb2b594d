import answer from '@salesforce/label/c.Switchboard_WhyEmpty_Answer';
import attribute from '@salesforce/label/c.Switchboard_WhyEmpty_Attribute';
import badId from '@salesforce/label/c.Switchboard_WhyEmpty_BadId';
import empty from '@salesforce/label/c.Switchboard_WhyEmpty_Empty';
import field from '@salesforce/label/c.Switchboard_WhyEmpty_Field';
import intro from '@salesforce/label/c.Switchboard_WhyEmpty_Intro';
import mayEdit from '@salesforce/label/c.Switchboard_WhyEmpty_MayEdit';
import mayNotEdit from '@salesforce/label/c.Switchboard_WhyEmpty_MayNotEdit';
import noTask from '@salesforce/label/c.Switchboard_WhyEmpty_NoTask';
import none from '@salesforce/label/c.Switchboard_WhyEmpty_None';
import notDescribed from '@salesforce/label/c.Switchboard_WhyEmpty_NotDescribed';
import notRead from '@salesforce/label/c.Switchboard_WhyEmpty_NotRead';
import notSeen from '@salesforce/label/c.Switchboard_WhyEmpty_NotSeen';
import onTask from '@salesforce/label/c.Switchboard_WhyEmpty_OnTask';
import permission from '@salesforce/label/c.Switchboard_WhyEmpty_Permission';
import read from '@salesforce/label/c.Switchboard_WhyEmpty_Read';
import reasonByItself from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonByItself';
import reasonClears from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonClears';
import reasonClosed from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonClosed';
import reasonDoesNotFit from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonDoesNotFit';
import reasonMayNotEdit from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonMayNotEdit';
import reasonNeverConnected from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNeverConnected';
import reasonNoInteraction from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNoInteraction';
import reasonNoRule from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNoRule';
import reasonNotConnectedYet from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNotConnectedYet';
import reasonNotInPicklist from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNotInPicklist';
import reasonNotKnown from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNotKnown';
import reasonNotOnChannel from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNotOnChannel';
import reasonNotSeen from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNotSeen';
import reasonNotSetAsParticipantData from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonNotSetAsParticipantData';
import reasonOnlyWhenEmpty from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonOnlyWhenEmpty';
import reasonOtherTypes from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonOtherTypes';
import reasonRefused from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonRefused';
import reasonSwitchedOff from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonSwitchedOff';
import reasonUnknownAttribute from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonUnknownAttribute';
import reasonWrites from '@salesforce/label/c.Switchboard_WhyEmpty_ReasonWrites';
import rule from '@salesforce/label/c.Switchboard_WhyEmpty_Rule';
import task from '@salesforce/label/c.Switchboard_WhyEmpty_Task';
import title from '@salesforce/label/c.Switchboard_WhyEmpty_Title';
import unsaved from '@salesforce/label/c.Switchboard_WhyEmpty_Unsaved';
import unsavedCut from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedCut';
import unsavedNoAttribute from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedNoAttribute';
import unsavedEdited from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedEdited';
import unsavedForbidden from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedForbidden';
import unsavedNoField from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedNoField';
import unsavedNotInList from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedNotInList';
import unsavedNotTaken from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedNotTaken';
import unsavedOne from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedOne';
import unsavedTooMuch from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedTooMuch';
import unsavedWrongValue from '@salesforce/label/c.Switchboard_WhyEmpty_UnsavedWrongValue';
import value from '@salesforce/label/c.Switchboard_WhyEmpty_Value';

export const LABELS = {
    answer,
    attribute,
    badId,
    empty,
    field,
    intro,
    mayEdit,
    mayNotEdit,
    noTask,
    none,
    notDescribed,
    notRead,
    notSeen,
    onTask,
    permission,
    read,
    reasonByItself,
    reasonClears,
    reasonClosed,
    reasonDoesNotFit,
    reasonMayNotEdit,
    reasonNeverConnected,
    reasonNoInteraction,
    reasonNoRule,
    reasonNotConnectedYet,
    reasonNotInPicklist,
    reasonNotKnown,
    reasonNotOnChannel,
    reasonNotSeen,
    reasonNotSetAsParticipantData,
    reasonOnlyWhenEmpty,
    reasonOtherTypes,
    reasonRefused,
    reasonSwitchedOff,
    reasonUnknownAttribute,
    reasonWrites,
    rule,
    task,
    title,
    unsaved,
    unsavedCut,
    unsavedNoAttribute,
    unsavedEdited,
    unsavedForbidden,
    unsavedNoField,
    unsavedNotInList,
    unsavedNotTaken,
    unsavedOne,
    unsavedTooMuch,
    unsavedWrongValue,
    value
} as const;
