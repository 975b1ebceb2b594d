import channelNoInteractions from '@salesforce/label/c.Switchboard_Health_ChannelNoInteractions';
import channelNoItem from '@salesforce/label/c.Switchboard_Health_ChannelNoItem';
import channelNothing from '@salesforce/label/c.Switchboard_Health_ChannelNothing';
import channelNothingSet from '@salesforce/label/c.Switchboard_Health_ChannelNothingSet';
import channelTitle from '@salesforce/label/c.Switchboard_Health_ChannelTitle';
import channelTried from '@salesforce/label/c.Switchboard_Health_ChannelTried';
import channelTypesSet from '@salesforce/label/c.Switchboard_Health_ChannelTypesSet';
import channelUnknown from '@salesforce/label/c.Switchboard_Health_ChannelUnknown';
import channelUnknownSet from '@salesforce/label/c.Switchboard_Health_ChannelUnknownSet';
import channelWorks from '@salesforce/label/c.Switchboard_Health_ChannelWorks';
import itemMissing from '@salesforce/label/c.Switchboard_Health_ItemMissing';
import itemMissingSet from '@salesforce/label/c.Switchboard_Health_ItemMissingSet';
import itemNotStarted from '@salesforce/label/c.Switchboard_Health_ItemNotStarted';
import itemSilent from '@salesforce/label/c.Switchboard_Health_ItemSilent';
import itemSilentSet from '@salesforce/label/c.Switchboard_Health_ItemSilentSet';
import itemStartSet from '@salesforce/label/c.Switchboard_Health_ItemStartSet';
import itemTitle from '@salesforce/label/c.Switchboard_Health_ItemTitle';
import itemTried from '@salesforce/label/c.Switchboard_Health_ItemTried';
import itemWorks from '@salesforce/label/c.Switchboard_Health_ItemWorks';
import utilityDark from '@salesforce/label/c.Switchboard_Health_UtilityDark';
import utilityNo from '@salesforce/label/c.Switchboard_Health_UtilityNo';
import utilityNone from '@salesforce/label/c.Switchboard_Health_UtilityNone';
import utilitySet from '@salesforce/label/c.Switchboard_Health_UtilitySet';
import utilityTitle from '@salesforce/label/c.Switchboard_Health_UtilityTitle';
import utilityTried from '@salesforce/label/c.Switchboard_Health_UtilityTried';
import utilityUntried from '@salesforce/label/c.Switchboard_Health_UtilityUntried';
import utilityWorks from '@salesforce/label/c.Switchboard_Health_UtilityWorks';

export const PHONE = {
    channelNoInteractions,
    channelNoItem,
    channelNothing,
    channelNothingSet,
    channelTitle,
    channelTried,
    channelTypesSet,
    channelUnknown,
    channelUnknownSet,
    channelWorks,
    itemMissing,
    itemMissingSet,
    itemNotStarted,
    itemSilent,
    itemSilentSet,
    itemStartSet,
    itemTitle,
    itemTried,
    itemWorks,
    utilityDark,
    utilityNo,
    utilityNone,
    utilitySet,
    utilityTitle,
    utilityTried,
    utilityUntried,
    utilityWorks
} as const;
