/** What each attribute that can arrive is, in the user's language; the catalogue has the same in English. */
import callAni from '@salesforce/label/c.Switchboard_Attribute_Call_Ani';
import callCalledNumber from '@salesforce/label/c.Switchboard_Attribute_Call_CalledNumber';
import callConversationId from '@salesforce/label/c.Switchboard_Attribute_Call_ConversationId';
import callInternal from '@salesforce/label/c.Switchboard_Attribute_Call_Internal';
import callQueueName from '@salesforce/label/c.Switchboard_Attribute_Call_QueueName';
import callRemoteName from '@salesforce/label/c.Switchboard_Attribute_Call_RemoteName';
import callState from '@salesforce/label/c.Switchboard_Attribute_Call_State';
import callUUIData from '@salesforce/label/c.Switchboard_Attribute_Call_UUIData';
import interactionStartTime from '@salesforce/label/c.Switchboard_Attribute_Interaction_StartTime';
import interactionTotalAcdTime from '@salesforce/label/c.Switchboard_Attribute_Interaction_TotalAcdTime';
import interactionTotalIvrTime from '@salesforce/label/c.Switchboard_Attribute_Interaction_TotalIvrTime';
import interactionUrl from '@salesforce/label/c.Switchboard_Attribute_Interaction_Url';
import outboundDialingCampaignId from '@salesforce/label/c.Switchboard_Attribute_OutboundDialing_CampaignId';
import outboundDialingContactId from '@salesforce/label/c.Switchboard_Attribute_OutboundDialing_ContactId';
import outboundDialingContactListId from '@salesforce/label/c.Switchboard_Attribute_OutboundDialing_ContactListId';
import salesforceAfterCallTime from '@salesforce/label/c.Switchboard_Attribute_Salesforce_AfterCallTime';
import salesforceCallDuration from '@salesforce/label/c.Switchboard_Attribute_Salesforce_CallDuration';
import salesforceConnectedTime from '@salesforce/label/c.Switchboard_Attribute_Salesforce_ConnectedTime';
import salesforceDisconnectedTime from '@salesforce/label/c.Switchboard_Attribute_Salesforce_DisconnectedTime';
import salesforceDisplayAddress from '@salesforce/label/c.Switchboard_Attribute_Salesforce_DisplayAddress';
import salesforceInteractionLogNotes from '@salesforce/label/c.Switchboard_Attribute_Salesforce_InteractionLogNotes';
import salesforceParticipantId from '@salesforce/label/c.Switchboard_Attribute_Salesforce_ParticipantId';
import salesforceWrapUpCode from '@salesforce/label/c.Switchboard_Attribute_Salesforce_WrapUpCode';

export const MEANINGS: Readonly<Record<string, string>> = {
    'Call.Ani': callAni,
    'Call.CalledNumber': callCalledNumber,
    'Call.ConversationId': callConversationId,
    'Call.Internal': callInternal,
    'Call.QueueName': callQueueName,
    'Call.RemoteName': callRemoteName,
    'Call.State': callState,
    'Call.UUIData': callUUIData,
    'Interaction.StartTime': interactionStartTime,
    'Interaction.TotalAcdTime': interactionTotalAcdTime,
    'Interaction.TotalIvrTime': interactionTotalIvrTime,
    'Interaction.Url': interactionUrl,
    'OutboundDialing.ContactId': outboundDialingContactId,
    'OutboundDialing.ContactListId': outboundDialingContactListId,
    'OutboundDialing.CampaignId': outboundDialingCampaignId,
    'Salesforce.AfterCallTime': salesforceAfterCallTime,
    'Salesforce.CallDuration': salesforceCallDuration,
    'Salesforce.ConnectedTime': salesforceConnectedTime,
    'Salesforce.DisconnectedTime': salesforceDisconnectedTime,
    'Salesforce.DisplayAddress': salesforceDisplayAddress,
    'Salesforce.InteractionLogNotes': salesforceInteractionLogNotes,
    'Salesforce.ParticipantId': salesforceParticipantId,
    'Salesforce.WrapUpCode': salesforceWrapUpCode
};
