import { Refusal } from './action.ts';
import type { ClientMessage } from './clientMessage.ts';
import { genesysUserId, STATIONS, STATUSES, statusFor } from './directory.ts';
import type { Station, Status } from './directory.ts';

/** What the phone tells of the agent beside the interactions. Every change throws Refusal for what nobody knows. */
export interface AgentPresence {
    statusOf(userName: string): Status;
    /** Undefined for an agent without phone device. */
    stationOf(userName: string): Station | undefined;
    /** By id, name or constant (T5). Answers what the client says then. */
    setStatus(userName: string, wanted: string): readonly ClientMessage[];
    setStation(userName: string, id: string | null): readonly ClientMessage[];
    /** What the client says when it starts. */
    messagesOf(userName: string): readonly ClientMessage[];
    reset(): void;
}

/** `startsOnQueue`: whether this user's day begins on queue. */
export function createAgentPresence(startsOnQueue: (userName: string) => boolean): AgentPresence {
    const statuses = new Map<string, Status>();
    const stations = new Map<string, Station | null>();

    function statusOf(userName: string): Status {
        const status = statuses.get(userName) ?? statusFor(startsOnQueue(userName) ? 'ON_QUEUE' : 'AVAILABLE');
        if (!status) {
            throw new Error(`The contact centre has no first status among its ${STATUSES.length}.`);
        }
        return status;
    }

    const stationOf = (userName: string): Station | undefined =>
        (stations.has(userName) ? stations.get(userName) : STATIONS[0]) ?? undefined;

    function statusMessages(userName: string): readonly ClientMessage[] {
        const { constant, id, subStatus } = statusOf(userName);
        return [
            {
                type: 'UserAction',
                category: 'status',
                data: { status: constant, id, ...(subStatus === undefined ? {} : { sub_status: subStatus }) }
            },
            {
                type: 'UserAction',
                category: 'routingStatus',
                data: constant === 'ON_QUEUE' ? 'IDLE' : 'OFF_QUEUE'
            }
        ];
    }

    function stationMessages(userName: string): readonly ClientMessage[] {
        const station = stationOf(userName);
        return station
            ? [
                  {
                      type: 'UserAction',
                      category: 'station',
                      data: { id: station.id, userId: genesysUserId(userName) }
                  }
              ]
            : [];
    }

    return {
        statusOf,
        stationOf,
        setStatus(userName, wanted) {
            const status = statusFor(wanted);
            if (!status) {
                throw new Refusal('The phone knows no status with this id or name.');
            }
            statuses.set(userName, status);
            return statusMessages(userName);
        },
        setStation(userName, id) {
            const station = id === null ? null : STATIONS.find((one) => one.id === id);
            if (station === undefined) {
                throw new Refusal('The phone knows no station with this id.');
            }
            stations.set(userName, station);
            return stationMessages(userName);
        },
        messagesOf: (userName) => [...statusMessages(userName), ...stationMessages(userName)],
        reset() {
            statuses.clear();
            stations.clear();
        }
    };
}
