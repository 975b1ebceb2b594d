import type { Interaction } from 'c/interactions';
import type { Clock, UnsavedField } from 'c/taskSync';
import type { NoteDrafts } from './noteDrafts.ts';
import { refusalIn } from './savedNotes.ts';
import type { TaskFilling } from './taskFilling.ts';

/** How often it is looked for, and how long nobody may have typed on it, in milliseconds. */
const LEFT_MS = 60_000;

export interface LeftNotesOptions {
    readonly drafts: NoteDrafts;
    readonly clock: Clock;
    readonly filling: () => Pick<TaskFilling, 'notesField' | 'stateNamed' | 'submitNotes'>;
    /** The interaction of this Task key, while this page shows it. */
    readonly shown: (key: string) => Interaction | undefined;
    /** Takes the draft up and submits the interaction anew. */
    readonly submit: (interaction: Interaction) => void;
    /** What kind of interaction it was, of one that this page does not show. */
    readonly typeOf: (key: string) => Interaction['type'];
}

/** Notes that a tab was closed over, or crashed with, before they went out: another tab brings them to their Task. */
export interface LeftNotes {
    /** What has become of those that were brought on their way. */
    saved(): void;
    close(): void;
}

export function takeUpLeftNotes({ drafts, clock, filling, shown, submit, typeOf }: LeftNotesOptions): LeftNotes {
    /** By the name of the draft. What Salesforce refuses waits for the agent, and is not brought once more. */
    const onTheirWay = new Map<string, { readonly notes: string; readonly left?: UnsavedField }>();
    let cancel = (): void => undefined;

    function takeUp(name: string): void {
        const interaction = shown(name);
        const notes = drafts.read(name);
        if (notes === undefined) {
            // What was told of another draft has shown that this one's Task has it.
            return;
        }
        if (interaction === undefined) {
            const told =
                onTheirWay.get(name)?.notes === notes ? undefined : filling().submitNotes(name, notes, typeOf(name));
            if (told !== undefined) {
                onTheirWay.set(name, { notes, ...told });
            }
        } else if (interaction.disconnected && interaction.notes !== notes) {
            submit(interaction);
        }
    }

    function look(): void {
        saved();
        drafts.left(LEFT_MS).forEach(takeUp);
        cancel = clock.after(LEFT_MS, look);
    }

    function saved(): void {
        for (const [name, { left }] of onTheirWay) {
            const save = filling().stateNamed(name);
            if (save?.phase === 'saved' && !save.pending) {
                onTheirWay.delete(name);
                const unsaved = save.unsaved.find(({ field }) => field === filling().notesField()) ?? left;
                if (unsaved === undefined) {
                    drafts.drop(name);
                } else {
                    drafts.refuse(name, refusalIn(save, unsaved));
                }
            }
        }
    }

    cancel = clock.after(LEFT_MS, look);

    return { saved, close: () => cancel() };
}
