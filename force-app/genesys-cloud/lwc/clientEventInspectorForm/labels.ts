import action from '@salesforce/label/c.Switchboard_Inspector_Form_Action';
import confirmed from '@salesforce/label/c.Switchboard_Inspector_Form_Confirmed';
import experimental from '@salesforce/label/c.Switchboard_Inspector_Form_Experimental';
import leaveOut from '@salesforce/label/c.Switchboard_Inspector_Form_LeaveOut';
import listHelp from '@salesforce/label/c.Switchboard_Inspector_Form_ListHelp';
import local from '@salesforce/label/c.Switchboard_Inspector_Form_Local';
import no from '@salesforce/label/c.Switchboard_Inspector_Form_No';
import noProof from '@salesforce/label/c.Switchboard_Inspector_Form_NoProof';
import notSent from '@salesforce/label/c.Switchboard_Inspector_Form_NotSent';
import pairsHelp from '@salesforce/label/c.Switchboard_Inspector_Form_PairsHelp';
import pairsWrong from '@salesforce/label/c.Switchboard_Inspector_Form_PairsWrong';
import send from '@salesforce/label/c.Switchboard_Inspector_Form_Send';
import sending from '@salesforce/label/c.Switchboard_Inspector_Form_Sending';
import toggles from '@salesforce/label/c.Switchboard_Inspector_Form_Toggles';
import unconfirmed from '@salesforce/label/c.Switchboard_Inspector_Form_Unconfirmed';
import wrongField from '@salesforce/label/c.Switchboard_Inspector_Form_WrongField';
import yes from '@salesforce/label/c.Switchboard_Inspector_Form_Yes';

export const LABELS = {
    action,
    confirmed,
    experimental,
    leaveOut,
    listHelp,
    local,
    no,
    noProof,
    notSent,
    pairsHelp,
    pairsWrong,
    send,
    sending,
    toggles,
    unconfirmed,
    wrongField,
    yes
} as const;
