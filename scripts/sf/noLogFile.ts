/**
 * Import this before Salesforce's library, which opens a log in the home folder as it is loaded, and ends the program
 * where it may not.
 */
process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
