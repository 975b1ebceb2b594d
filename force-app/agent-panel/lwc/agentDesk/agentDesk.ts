export { createAgentDesk } from './desk.ts';
export type { AgentDeskOptions } from './deskOptions.ts';
export { deskReport } from './deskReport.ts';
export type { ReportedProblem } from './deskReport.ts';
export type {
    AgentPresence,
    AgentPresencePort,
    CallDetails,
    CallDetailsPort,
    CallParticipant,
    CommandDetail,
    CommandOutcome,
    LineQuality,
    PanelCommand,
    RefusedCommand,
    SecureFlow,
    SideMessage,
    TransferTarget,
    Transport,
    TransportDiagnostics,
    Utterance
} from './transport.ts';
export type {
    AgentDesk,
    DeskInteraction,
    DeskView,
    Directory,
    EarlierTask,
    KeptNotes,
    NamedSecureFlow,
    NamedStatus,
    NamedTarget,
    PageRecord,
    RecentInteraction,
    RelationChoice,
    TaskRelation
} from './types.ts';
