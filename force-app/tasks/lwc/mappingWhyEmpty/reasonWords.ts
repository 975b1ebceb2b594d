import type { EmptyReason, Permission } from 'c/mappingAdvice';
import { LABELS } from './labels.ts';

export const REASONS: Readonly<Record<EmptyReason, keyof typeof LABELS>> = {
    noRule: 'reasonNoRule',
    switchedOff: 'reasonSwitchedOff',
    otherTypes: 'reasonOtherTypes',
    unknownAttribute: 'reasonUnknownAttribute',
    notSeen: 'reasonNotSeen',
    mayNotEdit: 'reasonMayNotEdit',
    closed: 'reasonClosed',
    notOnChannel: 'reasonNotOnChannel',
    noInteraction: 'reasonNoInteraction',
    notConnectedYet: 'reasonNotConnectedYet',
    neverConnected: 'reasonNeverConnected',
    notSetAsParticipantData: 'reasonNotSetAsParticipantData',
    notKnown: 'reasonNotKnown',
    doesNotFit: 'reasonDoesNotFit',
    notInPicklist: 'reasonNotInPicklist',
    refused: 'reasonRefused',
    clears: 'reasonClears',
    onlyWhenEmpty: 'reasonOnlyWhenEmpty',
    writes: 'reasonWrites',
    byItself: 'reasonByItself'
};

export const PERMISSIONS: Readonly<Record<Permission, string>> = {
    mayEdit: LABELS.mayEdit,
    mayNotEdit: LABELS.mayNotEdit,
    notSeen: LABELS.notSeen,
    notDescribed: LABELS.notDescribed
};
