import {
    clientCredentials,
    createGenesysClient,
    createLimiter,
    endpointsOf,
    operationNamed,
    realClock
} from '@switchboard/genesys-api';

const { GENESYS_CLIENT_ID: clientId = '', GENESYS_CLIENT_SECRET: secret = '' } = process.env;
const clock = realClock;
const endpoints = endpointsOf('mypurecloud.de');
const tokens = clientCredentials({ endpoints, clientId, clientSecret: () => secret, clock });
const genesys = createGenesysClient({ endpoints, tokens, limiter: createLimiter({ clock }) });
const getEmail = operationNamed('get_email');
if (getEmail === undefined) throw new Error('There is no operation get_email.');
const { data } = await genesys.call(getEmail, { conversationId: 'the id of a conversation' });
console.log(data);
