/** The Interaction Service's error codes that are given here, with the HTTP status of each and what is said. */
const REFUSALS = {
    10001: [400, 'The AuthorizationContext does not belong to this channel address.'],
    10003: [403, 'The access token lacks the scope interaction_api.'],
    10004: [401, 'The access token is not valid.'],
    10005: [403, 'The AuthorizationContext is not valid for this access token.'],
    10007: [400, 'The file ID field is empty.'],
    10008: [400, 'The file is larger than 25 MB.'],
    10009: [400, 'The file is empty.'],
    10010: [400, 'contentLength is empty.'],
    10011: [400, 'The number of attachment interactions is not that of the files.'],
    10012: [400, 'Enter a valid workItemId.'],
    10013: [400, 'Enter either a capacityPercentage or a capacityWeight, but not both.'],
    10014: [400, 'The capacity weight must be 0 or more.'],
    10015: [400, 'The capacity percentage must be 0 to 100.'],
    10016: [400, 'Enter a valid header.'],
    10017: [400, 'The channel address does not exist.'],
    10018: [400, 'The conversation identifier is not valid.'],
    10019: [503, 'The service is read-only: the org is being migrated. Try again later.'],
    10020: [400, 'The end user is not valid.'],
    10021: [400, 'Enter a valid consent status.'],
    10022: [400, 'The consent owner of the channel is not the partner.'],
    10023: [400, 'The channel supports keywords.'],
    10024: [400, 'A flow needs flowId and a fallback queueId.'],
    10025: [400, 'No conversation was found for the channel address.'],
    10027: [400, 'The to field is not valid.'],
    10028: [400, 'The from field is not valid.'],
    10029: [400, 'The interaction list is not valid.'],
    10030: [400, 'Specify either a flow or a queue.'],
    10031: [400, 'The channel is not active.'],
    10032: [400, 'The queue is not valid.'],
    10033: [400, 'No error message goes with a success.'],
    10034: [400, 'The error message is missing.'],
    10036: [400, 'The participant does not exist.'],
    10037: [400, 'The appType is not supported.'],
    10038: [400, 'The role is not supported.'],
    10045: [400, 'Provide a valid message entry format.'],
    10047: [400, 'The message type is not valid.'],
    10048: [400, 'The format type is not valid.'],
    10049: [400, 'The message type and the format type do not go together.'],
    10050: [400, 'The custom integration is not valid.'],
    10051: [400, 'contentLength is not the size of the file.'],
    10055: [412, 'Conversation precondition failed. Retry.'],
    10056: [409, 'Conversation processing aborted. Retry.'],
    10059: [400, 'The interaction id or the message id is empty.'],
    10060: [400, 'The interaction id and the message id are not the same.'],
    10062: [400, 'An end user cannot send this message type.'],
    10071: [400, 'Specify a valid session id.'],
    10082: [400, 'Provide a valid workId.'],
    10083: [400, 'The context type is not valid.'],
    10085: [400, 'Provide a valid status.'],
    10089: [400, 'The parameters are not valid.'],
    10093: [400, 'The authorization context type is not valid.'],
    10094: [504, 'A service behind this one did not answer in time.'],
    10095: [400, 'The MIME type of the file cannot be determined.'],
    10097: [400, 'The operation is not valid.'],
    15105: [400, 'The user has no Partner Messaging.'],
    15106: [400, 'The user id is not valid.'],
    15107: [400, 'The conversation is not that of the workItemId.'],
    15109: [400, 'The user has an active AgentWork for this workItemId.'],
    15111: [404, 'The workItemId was not found.'],
    20003: [400, 'The interaction list is empty.'],
    25005: [404, 'The end user of the workItemId was not found.'],
    25006: [404, 'The conversation of the workItemId was not found.'],
    25007: [404, 'The conversation id of the workItemId was not found.']
} as const;

export type ErrorCode = keyof typeof REFUSALS;

/** Ends a call as the service does: `{ message, code }`. */
export class Refusal extends Error {
    readonly code: ErrorCode;
    readonly status: number;

    constructor(code: ErrorCode, where?: string) {
        const [status, text] = REFUSALS[code];
        super(where === undefined ? text : `${text} (${where})`);
        this.code = code;
        this.status = status;
    }
}

export const isErrorCode = (code: number): code is ErrorCode => Object.hasOwn(REFUSALS, code);
