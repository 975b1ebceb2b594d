/** Where Jest finds what the org has installed, and the double of the message service. */
'use strict';

const path = require('node:path');

const here = (...parts) => path.join(__dirname, ...parts);

exports.moduleNameMapper = {
    '^c/clientEvents$': here('lwc', 'clientEvents.cjs'),
    '^c/clientEventCodec$': here('lwc', 'clientEventCodec.cjs'),
    '^lightning/messageService$': here('testing', 'messageService.cjs'),
    '^@salesforce/messageChannel/purecloud__ClientEvent__c$': here('testing', 'channel.cjs')
};
