/** The Genesys Cloud Platform API, as far as Switchboard's services use it. */
export { createGenesysClient } from './client.ts';
export type { Answer, CallOptions, ClientOptions, GenesysClient } from './client.ts';
export type { Clock } from './clock.ts';
export { realClock } from './clock.ts';
export { endpointsAt, endpointsOf, REGIONS } from './regions.ts';
export type { Endpoints, Region } from './regions.ts';
export { GenesysError, hintFor } from './genesysError.ts';
export type { ErrorDetail, Failure, GenesysErrorFacts } from './genesysError.ts';
export { createLimiter } from './limiter.ts';
export type { Limiter } from './limiter.ts';
export { operationNamed, OPERATIONS } from './operations.ts';
export type { Operation, Param, Permissions } from './operations.ts';
export { requestOf } from './request.ts';
export type { Arguments, OperationRequest } from './request.ts';
export { ArgumentError } from './argumentError.ts';
export { clientCredentials, refreshedToken, givenToken } from './tokens.ts';
export type { TokenSource } from './tokens.ts';
