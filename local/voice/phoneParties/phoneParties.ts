import { LightningElement, api } from 'lwc';
import type { VoiceDirectory } from '../directory.ts';
import { does, happens } from '../phoneServer.ts';
import type { Party, VoiceCall } from '../voiceCall.ts';

/** A number of the range that ACMA keeps free for drama. */
const OUTSIDE = '+61491570156';

type Role = 'Initial_Caller' | 'Third_Party';

interface ShownParty {
    readonly role: Role;
    readonly name: string;
    readonly state: string;
    readonly answered: boolean;
    readonly holdLabel: string;
    readonly mayBeRemoved: boolean;
}

/** Who is on the line, and who else could be. */
export default class PhoneParties extends LightningElement {
    @api call!: VoiceCall;
    @api directory!: VoiceDirectory;
    target = `PhoneNumber ${OUTSIDE}`;
    problem: string | undefined;

    get parties(): ShownParty[] {
        const { added, customer } = this.call;
        const three = added !== undefined && customer !== undefined;
        const shown = (role: Role, party: Party | undefined): ShownParty[] =>
            party === undefined
                ? []
                : [
                      {
                          role,
                          name: party.name,
                          state: party.ringing ? 'rings' : party.held ? 'on hold' : 'on the line',
                          answered: !party.ringing,
                          holdLabel: party.held ? 'Retrieve' : 'Hold',
                          mayBeRemoved: three
                      }
                  ];
        return [...shown('Initial_Caller', customer), ...shown('Third_Party', added)];
    }
    get addedLabel(): string {
        return this.call.added?.ringing === true ? 'Declines' : 'Leaves';
    }
    get targetOptions(): { label: string; value: string }[] {
        return [
            ...this.directory.agentsAndQueues.map(({ id, name }) => ({ label: name, value: `AgentOrQueueId ${id}` })),
            { label: `Outside ${OUTSIDE}`, value: `PhoneNumber ${OUTSIDE}` }
        ];
    }

    chooseTarget(event: CustomEvent<{ value: string }>): void {
        this.target = event.detail.value;
    }
    switchHold(event: Event): void {
        const role = roleOf(event);
        const party = role === 'Third_Party' ? this.call.added : this.call.customer;
        void this.show(does(party?.held === true ? 'resume' : 'hold', role));
    }
    remove(event: Event): void {
        void this.show(does('endCall', roleOf(event)));
    }
    consult(): void {
        this.add(false);
    }
    passOn(): void {
        this.add(true);
    }
    merge(): void {
        void this.show(does('merge'));
    }
    swap(): void {
        void this.show(does('swap'));
    }
    addedAnswers(): void {
        void this.show(happens({ move: 'addedAnswers' }));
    }
    addedLeaves(): void {
        void this.show(happens({ move: 'addedLeaves' }));
    }

    private add(isBlindTransfer: boolean): void {
        const [contactType, contactValue] = this.target.split(' ');
        void this.show(does('addParticipant', contactType, contactValue, isBlindTransfer));
    }

    private async show(outcome: Promise<string | undefined>): Promise<void> {
        this.problem = await outcome;
    }
}

function roleOf(event: Event): Role {
    return (event.currentTarget as HTMLElement).dataset['role'] === 'Third_Party' ? 'Third_Party' : 'Initial_Caller';
}
