// Who the bot is, in the Bot Framework's own names.

import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { AppIdentity } from '../settings.js';

/** @param app Absent: nobody has to prove who they are. */
export function sdkSettings(app: AppIdentity | undefined): ConfigurationBotFrameworkAuthenticationOptions {
  if (app === undefined) return {};
  return {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password !== undefined && { MicrosoftAppPassword: app.password }),
    ...(app.tenantId !== undefined && { MicrosoftAppTenantId: app.tenantId }),
  };
}
