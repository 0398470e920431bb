// Hosts that are the same for everybody: which service it was tells what went wrong, and nothing about who has it.

/** Of products, certificate authorities, standards and documentation: with all that is below them. */
const services = [
  'microsoft.com',
  'microsoftonline.com',
  'microsoftonline-p.com',
  'microsoftazuread-sso.com',
  'msappproxy.net',
  'msauth.net',
  'msftauth.net',
  'msocsp.com',
  'msftconnecttest.com',
  'msftncsi.com',
  'windows.com',
  'windows.net',
  'windowsupdate.com',
  'azure.com',
  'azure.net',
  'azure.us',
  'live.com',
  'office.com',
  'office.net',
  'office365.com',
  'botframework.com',
  'trafficmanager.net',
  'github.com',
  'githubusercontent.com',
  'google.com',
  'apple.com',
  'ubuntu.com',
  'digicert.com',
  'verisign.com',
  'symantec.com',
  'symcb.com',
  'symcd.com',
  'globalsign.com',
  'globalsign.net',
  'sectigo.com',
  'usertrust.com',
  'comodoca.com',
  'entrust.net',
  'godaddy.com',
  'letsencrypt.org',
  'lencr.org',
  'quovadisglobal.com',
  'geotrust.com',
  'thawte.com',
  'w3.org',
  'xmlsoap.org',
  'oasis-open.org',
  'ietf.org',
  'dmtf.org',
  'example.com',
  'example.org',
  'example.net',
];

/** Below these, everybody has a name of their own, which goes; the service it is of stays. */
const rented = [
  'cloudapp.net',
  'usgovcloudapp.net',
  'cloudapp.azure.com',
  'cloudapp.usgovcloudapi.net',
  'onmicrosoft.com',
  'sharepoint.com',
  'blob.core.windows.net',
  'file.core.windows.net',
  'queue.core.windows.net',
  'table.core.windows.net',
  'dfs.core.windows.net',
  'database.windows.net',
  'servicebus.windows.net',
  'redis.cache.windows.net',
  'documents.azure.com',
  'vault.azure.net',
  'azure-devices.net',
  'azconfig.io',
  'azurecr.io',
  'azurewebsites.net',
  'azurefd.net',
  'azureedge.net',
  'service.signalr.net',
  'webhook.office.com',
];

/** Of the Azure regions, whose names stand between. */
const region = /^[a-z]{4,20}\d?$/;

/**
 * @param host In lower case.
 * @returns How many characters at its beginning are somebody's own; 0 where all of it is the same for everybody.
 */
export function ownPart(host: string): number {
  const suffix = rented.find((it) => host === it || host.endsWith(`.${it}`));
  if (suffix !== undefined) {
    if (host === suffix) return 0;
    const own = host.slice(0, -suffix.length - 1);
    const [last = '', ...others] = own.split('.').reverse();
    // granitefalls.westeurope.cloudapp.azure.com
    return suffix.startsWith('cloudapp.') && others.length > 0 && region.test(last)
      ? own.length - last.length - 1
      : own.length;
  }
  return services.some((it) => host === it || host.endsWith(`.${it}`)) ? 0 : host.length;
}
