/** Who else writes Tasks: the phone's own package, and people. */
import type { Values } from './org/taskTable.ts';
import type { Scene } from './scene.ts';
import type { PERSON_STEPS } from './steps.ts';
import type { Handling } from './truth.ts';

/** After the connection, or after the end, in milliseconds. */
const LATENESS = [-3_000, 0, 40, 600, 5_000, 50_000, 75_000, 400_000, undefined];
const AFTER_END = [2_000, 58_000, 63_000, 90_000, 150_000];

/** The phone's own package logs the call too: earlier, later, at the same moment, or never. */
export function phoneLogs(scene: Scene, handling: Handling, when: 'connected' | 'ended'): void {
    const { schedule, random, time } = scene;
    if (schedule.profile['write-mode'] === 'own' || handling.connectedTime === undefined) return;
    if (when === 'connected') handling.phoneLogsAtEnd = random() < 0.3;
    if (handling.phoneLogsAtEnd !== (when === 'ended')) return;
    if (when === 'ended') handling.phoneLogsAtEnd = false;
    const choices = when === 'connected' ? LATENESS : AFTER_END;
    const lateness = choices[Math.floor(random() * choices.length)];
    if (lateness === undefined) return;
    const typed: Values = random() < 0.3 ? TYPED : {};
    time.after(lateness, () => logsOnce(scene, handling, typed));
}

/** Right now, for the last part of the conversation, with a mapping of its own. */
export function phoneLogsNow(scene: Scene, conversation: string): void {
    const { schedule, phone, random } = scene;
    const handling = phone.handlings.findLast((one) => one.conversation === conversation);
    if (schedule.profile['write-mode'] !== 'follow' || handling?.connectedTime === undefined) return;
    logsOnce(scene, handling, random() < 0.8 ? { ...TYPED, Queue__c: 'Phone' } : {});
}

const TYPED: Values = { Description: 'Typed in the phone', CallDisposition: 'Phone code' };

function logsOnce({ org }: Scene, { user, conversation, phoneTasks }: Handling, typed: Values): void {
    if (phoneTasks.length > 0) return;
    const id = org.tasks.create(
        {
            Subject: 'Logged by the phone',
            Type: 'Phone',
            CallType: 'Phone',
            CallDurationInSeconds: 1,
            CallObject: conversation,
            OwnerId: user,
            TaskSubtype: 'Call',
            ...typed
        },
        { by: 'phone', user }
    );
    phoneTasks.push(id);
}

/** A colleague edits or deletes one of the Tasks. */
export function personDoes({ org, phone, causes }: Scene, what: (typeof PERSON_STEPS)[number], which: number): void {
    const rows = org.tasks.rows();
    const row = rows[which % Math.max(1, rows.length)];
    if (row === undefined) return;
    const who = { by: 'person', user: 'a colleague' } as const;
    switch (what) {
        case 'deletes':
            causes.add('taskDeleted');
            return org.tasks.remove(row.id, who);
        case 'editsQueue':
            return org.tasks.update(row.id, { Queue__c: `P|${phone.next()}` }, who);
        case 'editsScore':
            return org.tasks.update(row.id, { Score__c: 1_000 + phone.next() }, who);
        case 'editsTier':
            return org.tasks.update(row.id, { Tier__c: `P|${phone.next()}` }, who);
        case 'editsName':
            return org.tasks.update(row.id, { WhoId: '003000000000009AAA', WhatId: null }, who);
        case 'editsComments':
            return org.tasks.update(row.id, { Description: `P|${phone.next()}` }, who);
    }
}
