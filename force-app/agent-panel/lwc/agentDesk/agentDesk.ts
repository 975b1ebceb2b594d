export { createAgentDesk } from './desk.ts';
export type { AgentDeskOptions } from './deskOptions.ts';
export { deskReport } from './deskReport.ts';
export type { ReportedProblem } from './deskReport.ts';
export type {
    AgentDesk,
    AgentPresence,
    AgentPresencePort,
    CommandDetail,
    CommandOutcome,
    DeskInteraction,
    DeskView,
    Directory,
    NamedSecureFlow,
    NamedStatus,
    NamedTarget,
    PageRecord,
    PanelCommand,
    RecentInteraction,
    RefusedCommand,
    RelationChoice,
    SecureFlow,
    TaskRelation,
    TransferTarget,
    Transport,
    TransportDiagnostics,
    Utterance
} from './types.ts';
