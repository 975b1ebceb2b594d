import agent from '@salesforce/label/c.Switchboard_Details_Agent';
import fair from '@salesforce/label/c.Switchboard_Details_LineFair';
import flagLowered from '@salesforce/label/c.Switchboard_Details_FlagLowered';
import flagLoweredBy from '@salesforce/label/c.Switchboard_Details_FlagLoweredBy';
import flagRaised from '@salesforce/label/c.Switchboard_Details_FlagRaised';
import flagRaisedBy from '@salesforce/label/c.Switchboard_Details_FlagRaisedBy';
import good from '@salesforce/label/c.Switchboard_Details_LineGood';
import jitter from '@salesforce/label/c.Switchboard_Details_Jitter';
import loss from '@salesforce/label/c.Switchboard_Details_Loss';
import messages from '@salesforce/label/c.Switchboard_Details_Messages';
import milliseconds from '@salesforce/label/c.Switchboard_Details_Milliseconds';
import noteBy from '@salesforce/label/c.Switchboard_Details_NoteBy';
import onHold from '@salesforce/label/c.Switchboard_Details_OnHold';
import onTheLine from '@salesforce/label/c.Switchboard_Details_OnTheLine';
import percent from '@salesforce/label/c.Switchboard_Details_Percent';
import poor from '@salesforce/label/c.Switchboard_Details_LinePoor';
import recordingPaused from '@salesforce/label/c.Switchboard_Details_RecordingPaused';
import roundTrip from '@salesforce/label/c.Switchboard_Details_RoundTrip';
import somebody from '@salesforce/label/c.Switchboard_Details_Somebody';
import supervisor from '@salesforce/label/c.Switchboard_Details_Supervisor';
import title from '@salesforce/label/c.Switchboard_Details_Title';

export const LABELS = {
    agent,
    fair,
    flagLowered,
    flagLoweredBy,
    flagRaised,
    flagRaisedBy,
    good,
    jitter,
    loss,
    messages,
    milliseconds,
    noteBy,
    onHold,
    onTheLine,
    percent,
    poor,
    recordingPaused,
    roundTrip,
    somebody,
    supervisor,
    title
} as const;
