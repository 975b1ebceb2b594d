import { serve } from '../../../server.ts';
import { createPlatformApi } from '../platformApi.ts';

const { fetch, control } = createPlatformApi();
const server = await serve(fetch, { port: 0 });
console.log(server.url, control.received());
await server.close();
