// The public names of the helpdesk connectors, listed one by one.

export { createHelpdesks } from './create-helpdesks.js';
export { type HelpdeskSettings, readHelpdeskSettings } from './settings.js';
