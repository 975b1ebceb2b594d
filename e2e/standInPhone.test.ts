import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { assertAccessible } from './panelAxe.ts';

/** As `npm run org` leaves an org without the vendor's package: the phone in the bar, and nobody else who writes the Task. */
const centre = contactCentre({
    changes: {
        'force-app/demo/applications/Switchboard_Demo.app-meta.xml': (app) =>
            app.replace('Switchboard_Demo_UtilityBar', 'Switchboard_Demo_Phone_UtilityBar'),
        'force-app/settings/customMetadata/Switchboard_Setting.Default.md-meta.xml': (text) =>
            text.replace('follow', 'own')
    }
});

const PHONE: Parameters<typeof assertAccessible>[2] = [
    'page-shell',
    'page-utility-bar',
    'page-utility-panel',
    'c-stand-in-phone'
];

test('a developer tries a whole call without the phone of the vendor, and it leaves its Task', async () => {
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    const phone = ada.page.getByRole('region', { name: 'Stand-in phone' });
    const press = (name: string): Promise<void> => ada.page.getByRole('button', { name, exact: true }).click();
    // One panel of the bar is open at a time; beside it the phone needs a window of its own.
    await press('Stand-in phone');
    await press('Pop out Stand-in phone');
    await press('Switchboard');
    await phone.getByRole('button', { name: 'Ring', exact: true }).click();
    await ada.sees('Ringing');
    await ada.answer();
    await assertAccessible(ada, 'connected', PHONE);
    await ada.hangUp();
    await phone.getByRole('button', { name: 'Finish wrap-up' }).click();
    await ada.sees('Ended');
    await centre.until(() => {
        const [task, ...more] = centre.tasks();
        assert.equal(more.length, 0);
        assert.equal(task?.CallDisposition, 'Tried out');
        assert.equal(task?.Switchboard_Queue__c, 'Support');
        assert.equal(task?.Switchboard_ANI__c, '+61491570006');
    });
});
