import type { EmptyReason, Permission } from 'c/mappingAdvice';
import { LABELS } from './labels.ts';

export const REASONS: Readonly<Record<EmptyReason, string>> = {
    noRule: LABELS.reasonNoRule,
    switchedOff: LABELS.reasonSwitchedOff,
    otherTypes: LABELS.reasonOtherTypes,
    unknownAttribute: LABELS.reasonUnknownAttribute,
    notSeen: LABELS.reasonNotSeen,
    mayNotEdit: LABELS.reasonMayNotEdit,
    notOnChannel: LABELS.reasonNotOnChannel,
    noInteraction: LABELS.reasonNoInteraction,
    notConnectedYet: LABELS.reasonNotConnectedYet,
    neverConnected: LABELS.reasonNeverConnected,
    notSetAsParticipantData: LABELS.reasonNotSetAsParticipantData,
    notKnown: LABELS.reasonNotKnown,
    doesNotFit: LABELS.reasonDoesNotFit,
    notInPicklist: LABELS.reasonNotInPicklist,
    refused: LABELS.reasonRefused,
    clears: LABELS.reasonClears,
    onlyWhenEmpty: LABELS.reasonOnlyWhenEmpty,
    writes: LABELS.reasonWrites,
    byItself: LABELS.reasonByItself
};

export const PERMISSIONS: Readonly<Record<Permission, string>> = {
    mayEdit: LABELS.mayEdit,
    mayNotEdit: LABELS.mayNotEdit,
    notSeen: LABELS.notSeen,
    notDescribed: LABELS.notDescribed
};
