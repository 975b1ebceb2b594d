import { object, required, text, textOf, texts, textsOf, whole } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { known } from './known.ts';
import { ROOT, ok } from './routes.ts';
import type { Route } from './routes.ts';
import { faxTo, openUpload } from './uploads.ts';
import { invalidValue, missingField } from './vendorError.ts';

/** National or with a plus. */
const FAX_NUMBER = /^\+?\d{3,15}$/;

/** Sends a document that is there, or says where its bytes go. */
export function faxRoute(centre: Centre): Route {
    return {
        method: 'POST',
        path: '/faxes',
        body: {
            addresses: required(texts),
            documentId: text,
            contentType: text,
            workspace: object({ name: required(text) }),
            coverSheet: object({ notes: text, locale: text }),
            timeZoneOffsetMinutes: whole,
            name: text
        },
        run({ body, origin }) {
            const to = textsOf(body, 'addresses');
            if (to.length === 0) throw missingField('addresses');
            if (to.some((one) => !FAX_NUMBER.test(one)))
                throw invalidValue('addresses', 'The field {fieldName} holds something that is no fax number.');
            const documentId = textOf(body, 'documentId');
            const contentType = textOf(body, 'contentType');
            if (documentId === undefined && contentType === undefined) throw missingField('contentType');
            const id = centre.newId();
            const name = textOf(body, 'name');
            const answer = { id, selfUri: `${ROOT}/faxes/${id}`, ...known({ name }) };
            if (documentId !== undefined) {
                centre.state.deliveries.push(faxTo(to, centre.time()));
                return ok(answer);
            }
            const { path, headers } = openUpload(centre, { kind: 'fax', name: name ?? 'fax', faxNumbers: to });
            return ok({
                ...answer,
                uploadDestinationUri: `${origin}${path}`,
                uploadMethodType: 'SINGLE_PUT',
                headers
            });
        }
    };
}
