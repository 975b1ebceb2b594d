const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
const { moduleNameMapper } = require('switchboard-client-events/jest');

module.exports = { ...jestConfig, moduleNameMapper };
