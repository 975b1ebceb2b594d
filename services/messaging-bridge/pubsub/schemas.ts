import type { Type } from 'avsc';
import { avroType } from './avroType.ts';
import type { SchemaInfo } from './wire.ts';

/** The types of events by the id of their schema. An id stands for one schema for ever, so none is asked for twice. */
export interface Schemas {
    /** Rejects as `fetch` does; then the next one asks again. Gives an Error where the schema cannot be used. */
    type(schemaId: string, fetch: (schemaId: string) => Promise<SchemaInfo>): Promise<Type | Error>;
}

export function createSchemas(): Schemas {
    const known = new Map<string, Promise<Type | Error>>();
    return {
        type(schemaId, fetch): Promise<Type | Error> {
            const asked = known.get(schemaId);
            if (asked !== undefined) return asked;
            const asking = fetch(schemaId).then(({ schemaJson }) => {
                try {
                    return avroType(schemaJson);
                } catch {
                    return new Error('its schema is not one of a platform event');
                }
            });
            known.set(schemaId, asking);
            asking.catch(() => known.delete(schemaId));
            return asking;
        }
    };
}
