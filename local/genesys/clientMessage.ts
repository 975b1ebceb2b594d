/** The interaction object of a client event, spelled as the soft phone sends it. Absent fields are not sent. */
export interface WireInteraction {
    readonly id: string;
    readonly state: 'ALERTING' | 'CONTACTING' | 'CONNECTED' | 'HELD' | 'DISCONNECTED';
    readonly direction: 'Inbound' | 'Outbound';
    readonly isConnected: boolean;
    readonly isDisconnected: boolean;
    readonly isDone: boolean;
    readonly isInternal: boolean;
    readonly isCallback: boolean;
    readonly isDialer: boolean;
    readonly isChat: boolean;
    readonly isEmail: boolean;
    readonly isMessage: boolean;
    readonly isVoicemail: boolean;
    readonly phone?: string;
    readonly name: string;
    readonly remoteName: string;
    readonly displayAddress?: string;
    readonly ani?: string;
    readonly calledNumber?: string;
    readonly queueName?: string;
    readonly recordingState?: 'active' | 'none' | 'paused';
    readonly securePause?: boolean;
    /** ISO 8601 with milliseconds, as every time here. */
    readonly startTime?: string;
    readonly connectedTime?: string;
    readonly endTime?: string;
    /** Whole seconds, as every duration here. */
    readonly totalIvrDurationSeconds?: number;
    readonly totalAcdDurationSeconds?: number;
    readonly interactionDurationSeconds?: number;
    readonly disposition?: string;
    readonly dispositionDurationSeconds?: number;
    readonly attributes?: Readonly<Record<string, ParticipantValue>>;
}

export type ParticipantValue = string | number | boolean | null;

/** What the soft phone publishes on the client-event channel. */
export type ClientMessage =
    | { readonly type: 'InitialSetup' }
    | {
          readonly type: 'Interaction';
          readonly category: 'add' | 'connect' | 'disconnect' | 'acw';
          readonly data: WireInteraction;
      }
    | {
          readonly type: 'Interaction';
          readonly category: 'change';
          readonly data: { readonly old: WireInteraction; readonly new: WireInteraction };
      }
    | { readonly type: 'Interaction'; readonly category: 'blindTransfer' | 'consultTransfer'; readonly data: string }
    | {
          readonly type: 'Interaction';
          readonly category: 'completeConsultTransfer';
          readonly data: { readonly id: string };
      }
    | {
          readonly type: 'UserAction';
          readonly category: 'status';
          readonly data: { readonly status: string; readonly id: string; readonly sub_status?: string };
      }
    | { readonly type: 'UserAction'; readonly category: 'routingStatus'; readonly data: 'IDLE' | 'OFF_QUEUE' }
    | {
          readonly type: 'UserAction';
          readonly category: 'station';
          readonly data: { readonly id: string; readonly userId: string };
      }
    | NotificationMessage;

export type NotificationMessage =
    | {
          readonly type: 'Notification';
          readonly category: 'interactionSelection';
          /** Empty when nothing is selected. */
          readonly data: { readonly interactionId?: string };
      }
    | {
          readonly type: 'Notification';
          readonly category: 'conversationTranscription';
          readonly data: WireTranscription;
      }
    | {
          readonly type: 'Notification';
          readonly category: 'chatUpdate' | 'messageUpdate';
          /** The whole conversation, newest last. It does not say which one. */
          readonly data: { readonly messages: readonly WireChatMessage[] };
      };

export interface WireTranscription {
    readonly id: string;
    /** ISO 8601. */
    readonly eventTime: string;
    readonly status?: 'SESSION_ENDED';
    readonly transcripts?: readonly WireUtterance[];
}

export interface WireUtterance {
    readonly utteranceId: string;
    /** `EXTERNAL` is the customer. */
    readonly channel: 'EXTERNAL' | 'INTERNAL';
    readonly alternatives: readonly {
        readonly transcript: string;
        /** `confidence` from 0 to 1. */
        readonly words: readonly { readonly word: string; readonly confidence: number }[];
    }[];
}

export interface WireChatMessage {
    readonly role: 'customer' | 'agent';
    readonly body: string;
}
