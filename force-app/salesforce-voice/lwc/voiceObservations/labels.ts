import againNo from '@salesforce/label/c.Switchboard_Voice_AskAgainNo';
import againNoSet from '@salesforce/label/c.Switchboard_Voice_AskAgainNoSet';
import againTitle from '@salesforce/label/c.Switchboard_Voice_AskAgainTitle';
import againToDo from '@salesforce/label/c.Switchboard_Voice_AskAgainToDo';
import againTried from '@salesforce/label/c.Switchboard_Voice_AskAgainTried';
import againYes from '@salesforce/label/c.Switchboard_Voice_AskAgainYes';
import bubbles from '@salesforce/label/c.Switchboard_Voice_AskBubbles';
import conferenceEnded from '@salesforce/label/c.Switchboard_Voice_AskConferenceEnded';
import conferenceRemoved from '@salesforce/label/c.Switchboard_Voice_AskConferenceRemoved';
import conferenceTitle from '@salesforce/label/c.Switchboard_Voice_AskConferenceTitle';
import conferenceToDo from '@salesforce/label/c.Switchboard_Voice_AskConferenceToDo';
import conferenceTried from '@salesforce/label/c.Switchboard_Voice_AskConferenceTried';
import customerEndUser from '@salesforce/label/c.Switchboard_Voice_AskCustomerEndUser';
import customerOther from '@salesforce/label/c.Switchboard_Voice_AskCustomerOther';
import customerTitle from '@salesforce/label/c.Switchboard_Voice_AskCustomerTitle';
import customerToDo from '@salesforce/label/c.Switchboard_Voice_AskCustomerToDo';
import customerTried from '@salesforce/label/c.Switchboard_Voice_AskCustomerTried';
import deliveryTitle from '@salesforce/label/c.Switchboard_Voice_AskDeliveryTitle';
import deliveryToDo from '@salesforce/label/c.Switchboard_Voice_AskDeliveryToDo';
import deliveryTried from '@salesforce/label/c.Switchboard_Voice_AskDeliveryTried';
import detailFrozen from '@salesforce/label/c.Switchboard_Voice_AskDetailFrozen';
import detailPlain from '@salesforce/label/c.Switchboard_Voice_AskDetailPlain';
import detailWrapped from '@salesforce/label/c.Switchboard_Voice_AskDetailWrapped';
import elementsEach from '@salesforce/label/c.Switchboard_Voice_AskElementsEach';
import elementsOne from '@salesforce/label/c.Switchboard_Voice_AskElementsOne';
import elementsOneSet from '@salesforce/label/c.Switchboard_Voice_AskElementsOneSet';
import elementsTitle from '@salesforce/label/c.Switchboard_Voice_AskElementsTitle';
import elementsToDo from '@salesforce/label/c.Switchboard_Voice_AskElementsToDo';
import elementsTried from '@salesforce/label/c.Switchboard_Voice_AskElementsTried';
import entitiesNo from '@salesforce/label/c.Switchboard_Voice_AskEntitiesNo';
import entitiesTitle from '@salesforce/label/c.Switchboard_Voice_AskEntitiesTitle';
import entitiesToDo from '@salesforce/label/c.Switchboard_Voice_AskEntitiesToDo';
import entitiesTried from '@salesforce/label/c.Switchboard_Voice_AskEntitiesTried';
import entitiesYes from '@salesforce/label/c.Switchboard_Voice_AskEntitiesYes';
import heardMeaning from '@salesforce/label/c.Switchboard_Voice_AskHeardMeaning';
import heardTitle from '@salesforce/label/c.Switchboard_Voice_AskHeardTitle';
import heardToDo from '@salesforce/label/c.Switchboard_Voice_AskHeardToDo';
import heardTried from '@salesforce/label/c.Switchboard_Voice_AskHeardTried';
import idOther from '@salesforce/label/c.Switchboard_Voice_AskIdOther';
import idOtherSet from '@salesforce/label/c.Switchboard_Voice_AskIdOtherSet';
import idTitle from '@salesforce/label/c.Switchboard_Voice_AskIdTitle';
import idToDo from '@salesforce/label/c.Switchboard_Voice_AskIdToDo';
import idTried from '@salesforce/label/c.Switchboard_Voice_AskIdTried';
import idUuid from '@salesforce/label/c.Switchboard_Voice_AskIdUuid';
import idUuidSet from '@salesforce/label/c.Switchboard_Voice_AskIdUuidSet';
import methodsAll from '@salesforce/label/c.Switchboard_Voice_AskMethodsAll';
import methodsSome from '@salesforce/label/c.Switchboard_Voice_AskMethodsSome';
import methodsSomeSet from '@salesforce/label/c.Switchboard_Voice_AskMethodsSomeSet';
import methodsTitle from '@salesforce/label/c.Switchboard_Voice_AskMethodsTitle';
import methodsToDo from '@salesforce/label/c.Switchboard_Voice_AskMethodsToDo';
import methodsTried from '@salesforce/label/c.Switchboard_Voice_AskMethodsTried';
import notSeen from '@salesforce/label/c.Switchboard_Voice_AskNotSeen';
import partyOwn from '@salesforce/label/c.Switchboard_Voice_AskPartyOwn';
import partyOwnSet from '@salesforce/label/c.Switchboard_Voice_AskPartyOwnSet';
import partySame from '@salesforce/label/c.Switchboard_Voice_AskPartySame';
import partyStays from '@salesforce/label/c.Switchboard_Voice_AskPartyStays';
import partyTitle from '@salesforce/label/c.Switchboard_Voice_AskPartyTitle';
import partyToDo from '@salesforce/label/c.Switchboard_Voice_AskPartyToDo';
import partyTried from '@salesforce/label/c.Switchboard_Voice_AskPartyTried';
import returnsNothing from '@salesforce/label/c.Switchboard_Voice_AskReturnsNothing';
import returnsPromise from '@salesforce/label/c.Switchboard_Voice_AskReturnsPromise';
import returnsUnseen from '@salesforce/label/c.Switchboard_Voice_AskReturnsUnseen';
import returnsValue from '@salesforce/label/c.Switchboard_Voice_AskReturnsValue';
import statsBoth from '@salesforce/label/c.Switchboard_Voice_AskStatsBoth';
import statsFlat from '@salesforce/label/c.Switchboard_Voice_AskStatsFlat';
import statsNested from '@salesforce/label/c.Switchboard_Voice_AskStatsNested';
import statsOther from '@salesforce/label/c.Switchboard_Voice_AskStatsOther';
import statsTitle from '@salesforce/label/c.Switchboard_Voice_AskStatsTitle';
import statsToDo from '@salesforce/label/c.Switchboard_Voice_AskStatsToDo';
import statsTried from '@salesforce/label/c.Switchboard_Voice_AskStatsTried';
import stays from '@salesforce/label/c.Switchboard_Voice_AskStays';
import swapHold from '@salesforce/label/c.Switchboard_Voice_AskSwapHold';
import swapHoldSet from '@salesforce/label/c.Switchboard_Voice_AskSwapHoldSet';
import swapSwap from '@salesforce/label/c.Switchboard_Voice_AskSwapSwap';
import swapTitle from '@salesforce/label/c.Switchboard_Voice_AskSwapTitle';
import swapToDo from '@salesforce/label/c.Switchboard_Voice_AskSwapToDo';
import swapTried from '@salesforce/label/c.Switchboard_Voice_AskSwapTried';
import tellUs from '@salesforce/label/c.Switchboard_Voice_AskTellUs';
import typesCased from '@salesforce/label/c.Switchboard_Voice_AskTypesCased';
import typesDocumented from '@salesforce/label/c.Switchboard_Voice_AskTypesDocumented';
import typesOther from '@salesforce/label/c.Switchboard_Voice_AskTypesOther';
import typesTitle from '@salesforce/label/c.Switchboard_Voice_AskTypesTitle';
import typesToDo from '@salesforce/label/c.Switchboard_Voice_AskTypesToDo';
import typesTried from '@salesforce/label/c.Switchboard_Voice_AskTypesTried';
import wrapUpNo from '@salesforce/label/c.Switchboard_Voice_AskWrapUpNo';
import wrapUpNoCall from '@salesforce/label/c.Switchboard_Voice_AskWrapUpNoCall';
import wrapUpNoSet from '@salesforce/label/c.Switchboard_Voice_AskWrapUpNoSet';
import wrapUpTitle from '@salesforce/label/c.Switchboard_Voice_AskWrapUpTitle';
import wrapUpToDo from '@salesforce/label/c.Switchboard_Voice_AskWrapUpToDo';
import wrapUpTold from '@salesforce/label/c.Switchboard_Voice_AskWrapUpTold';
import wrapUpTried from '@salesforce/label/c.Switchboard_Voice_AskWrapUpTried';

export const LABELS = {
    againNo,
    againNoSet,
    againTitle,
    againToDo,
    againTried,
    againYes,
    bubbles,
    conferenceEnded,
    conferenceRemoved,
    conferenceTitle,
    conferenceToDo,
    conferenceTried,
    customerEndUser,
    customerOther,
    customerTitle,
    customerToDo,
    customerTried,
    deliveryTitle,
    deliveryToDo,
    deliveryTried,
    detailFrozen,
    detailPlain,
    detailWrapped,
    elementsEach,
    elementsOne,
    elementsOneSet,
    elementsTitle,
    elementsToDo,
    elementsTried,
    entitiesNo,
    entitiesTitle,
    entitiesToDo,
    entitiesTried,
    entitiesYes,
    heardMeaning,
    heardTitle,
    heardToDo,
    heardTried,
    idOther,
    idOtherSet,
    idTitle,
    idToDo,
    idTried,
    idUuid,
    idUuidSet,
    methodsAll,
    methodsSome,
    methodsSomeSet,
    methodsTitle,
    methodsToDo,
    methodsTried,
    notSeen,
    partyOwn,
    partyOwnSet,
    partySame,
    partyStays,
    partyTitle,
    partyToDo,
    partyTried,
    returnsNothing,
    returnsPromise,
    returnsUnseen,
    returnsValue,
    statsBoth,
    statsFlat,
    statsNested,
    statsOther,
    statsTitle,
    statsToDo,
    statsTried,
    stays,
    swapHold,
    swapHoldSet,
    swapSwap,
    swapTitle,
    swapToDo,
    swapTried,
    tellUs,
    typesCased,
    typesDocumented,
    typesOther,
    typesTitle,
    typesToDo,
    typesTried,
    wrapUpNo,
    wrapUpNoCall,
    wrapUpNoSet,
    wrapUpTitle,
    wrapUpToDo,
    wrapUpTold,
    wrapUpTried
} as const;
