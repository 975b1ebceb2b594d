// What a person can do when npm could not install, by what it said. Plain JavaScript for Node 18.

const REASONS = [
    [
        /\b(EACCES|EPERM|EROFS)\b/,
        'npm may not write to the folder that it names above. Its cache can be elsewhere: npm_config_cache=FOLDER before the command.'
    ],
    [/\bENOSPC\b/, 'The disk is full: the project and its packages need 2 GB.'],
    [
        /\b(CERT_\w+|\w+_CERT_\w+|UNABLE_TO_\w+)\b/,
        'The registry showed a certificate that is not trusted here. Behind a proxy that reads along, name its certificate: NODE_EXTRA_CA_CERTS=FILE before the command.'
    ],
    [/\b(E401|E403)\b/, 'The registry did not let npm in: look at the registry and its token in .npmrc.'],
    [
        /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E5\d\d)\b/,
        'Check the network, and the registry in .npmrc.'
    ]
];

/** A sentence for the person at the terminal; `said` is all that npm printed. */
export function whatToDo(said) {
    const found = REASONS.find(([pattern]) => pattern.test(said));
    return `${found ? found[1] : 'What npm said stands above.'} Then run the same command again.`;
}
