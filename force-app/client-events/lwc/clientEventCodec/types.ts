/** The interaction object as it came over the channel: every field optional, every type checked on reading. */
export interface ClientInteraction {
    readonly id: string;
    readonly state?: string;
    readonly direction?: 'Inbound' | 'Outbound';
    readonly isConnected?: boolean;
    readonly isDisconnected?: boolean;
    readonly isDone?: boolean;
    readonly isInternal?: boolean;
    readonly isCallback?: boolean;
    readonly isDialer?: boolean;
    readonly isChat?: boolean;
    readonly isEmail?: boolean;
    readonly isMessage?: boolean;
    readonly isVoicemail?: boolean;
    readonly phone?: string;
    readonly displayAddress?: string;
    readonly ani?: string;
    readonly calledNumber?: string;
    readonly name?: string;
    readonly remoteName?: string;
    readonly queueName?: string;
    readonly recordingState?: string;
    readonly securePause?: boolean;
    readonly startTime?: string;
    readonly connectedTime?: string;
    readonly endTime?: string;
    /** Seconds. An empty string on the wire is read as absent (T14). */
    readonly totalIvrDurationSeconds?: number;
    readonly totalAcdDurationSeconds?: number;
    readonly interactionDurationSeconds?: number;
    readonly disposition?: string;
    readonly dispositionDurationSeconds?: number;
    readonly attributes?: Readonly<Record<string, string | number | boolean | null>>;
}

export const INTERACTION_CATEGORIES = [
    'add',
    'change',
    'connect',
    'disconnect',
    'acw',
    'deallocate',
    'blindTransfer',
    'consultTransfer',
    'completeConsultTransfer'
] as const;
export type InteractionCategory = (typeof INTERACTION_CATEGORIES)[number];

interface Received {
    /** When this page received it, ISO 8601. */
    readonly receivedAt: string;
}

export type ClientEvent =
    | (Received & { readonly type: 'InitialSetup' })
    | (Received & {
          readonly type: 'Interaction';
          readonly category: InteractionCategory;
          readonly id: string;
          readonly interaction?: ClientInteraction;
          readonly previous?: ClientInteraction;
          /** True when the message had no `type` and its category told (T9). */
          readonly inferred?: boolean;
          /** Fields whose value had a type that the contract does not know: name only, never the value. */
          readonly oddFields?: readonly string[];
      })
    | (Received & { readonly type: 'UserAction'; readonly category: string; readonly data: unknown })
    | (Received & { readonly type: 'Notification'; readonly category: string; readonly data: unknown })
    /** Somebody's published action as every subscriber sees it (T22). `action` in the vendor's spelling. */
    | (Received & {
          readonly type: 'ActionEcho';
          readonly action: string;
          readonly id?: string;
          readonly state?: string;
          readonly data: unknown;
      })
    | (Received & { readonly type: 'Unknown'; readonly reason: string; readonly raw: unknown });

export type ClientEventType = ClientEvent['type'];

export type StateAction =
    | 'pickup'
    | 'disconnect'
    | 'hold'
    | 'mute'
    | 'securePause'
    | 'blindTransfer'
    | 'consultTransfer'
    | 'concludeTransfer'
    | 'secureSession';

/** An action as published: `type` is `PureCloud.` + the action's name. */
export interface ClientAction {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
}

export interface TransferContext {
    readonly transferTarget: string;
    readonly transferTargetType: 'userId' | 'queueId' | 'address';
}

export interface SecureSessionContext {
    readonly flowId: string;
    readonly userData: string;
    readonly disconnect?: boolean;
}
