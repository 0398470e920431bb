// What goes over the wire, as logs and traces show it.

import type { Draw } from './draw.js';
import { kept, type Marked, marked, secret } from './marked.js';

type Make = (draw: Draw) => Marked;

const cookie = (draw: Draw): Marked => secret(draw.base64url(48));

export const web: Readonly<Record<string, Make>> = {
  'a bearer header': (draw) => marked`Authorization: Bearer ${secret(draw.jwt())}`,
  'an opaque bearer token': (draw) => marked`authorization: bearer ${secret(draw.base64url(40))}`,
  'a basic header': (draw) => {
    const pair = Buffer.from(`${draw.person().account}:${draw.password()}`).toString('base64');
    return marked`Authorization: Basic ${secret(pair)}`;
  },
  'a negotiate header': (draw) => marked`WWW-Authenticate: Negotiate ${secret(`oYG2${draw.base64(90)}`)}`,
  'an NTLM header': (draw) => marked`Authorization: NTLM ${secret(`TlRMTVNTUAADAAAA${draw.base64(120)}`)}`,
  'a shared key': (draw) => marked`Authorization: SharedKey cmgcontent:${secret(draw.base64(32))}`,
  'a signature header': (draw) =>
    marked`Authorization: SharedAccessSignature sr=cmgevents.servicebus.windows.net&sig=${secret(draw.signature())}&se=1735689600&skn=Root`,
  'a signed AWS request': (draw) =>
    marked`Authorization: AWS4-HMAC-SHA256 Credential=${secret(`AKIA${draw.chars('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`)}/20250513/eu-central-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${secret(draw.hex(64))}`,
  digest: (draw) =>
    marked`Authorization: Digest username="${secret(draw.person().account)}", realm="contoso", nonce="${draw.hex(32)}", uri="/x", response="${secret(draw.hex(32))}"`,
  'a request cookie': (draw) =>
    marked`Cookie: ASP.NET_SessionId=${secret(draw.chars('abcdefghijklmnopqrstuvwxyz012345', 24))}; .AspNetCore.Cookies=${cookie(draw)}; lang=de`,
  'a response cookie': (draw) =>
    marked`Set-Cookie: FedAuth=${cookie(draw)}; expires=Wed, 13-May-2026 09:41:07 GMT; path=/; secure; HttpOnly`,
  'a cookie in JSON': (draw) => marked`{"headers":{"cookie":"session=${cookie(draw)}","accept":"*/*"}}`,
  'a cookie on a command line': (draw) =>
    marked`curl -b "ESTSAUTHPERSISTENT=${cookie(draw)}" https://login.microsoftonline.com/common`,
  'a sign-in cookie by name': (draw) => marked`found .ASPXAUTH=${secret(draw.hex(96).toUpperCase())} in the request`,
  'an API key': (draw) => marked`x-api-key: ${secret(draw.letters(40))}`,
  'a subscription key': (draw) => marked`Ocp-Apim-Subscription-Key: ${secret(draw.hex(32))}`,
  'a functions key': (draw) =>
    marked`https://cmghook.azurewebsites.net/api/notify?${draw.cased('code')}=${secret(`${draw.base64url(38)}==`)}`,
  'a key in a query': (draw) => marked`GET https://maps.contoso.com/v1?apikey=${secret(draw.letters(32))}&q=berlin 403`,
  'a shared access address': (draw) =>
    marked`https://cmgcontent.blob.core.windows.net/cab/PS100042.cab?sv=2022-11-02&st=2025-05-13T09%3A41%3A07Z&se=2025-05-14T09%3A41%3A07Z&sr=b&sp=r&${draw.pick(['sig', 'SIG', 'Sig'])}=${secret(draw.signature())}`,
  'a shared access address in JSON': (draw) =>
    marked`{"uri":"https://cmgcontent.blob.core.windows.net/cab?sv=2022-11-02\\u0026sr=c\\u0026sig=${secret(draw.signature())}\\u0026sp=r"}`,
  'a shared access address in XML': (draw) =>
    marked`<Url>https://cmgcontent.blob.core.windows.net/cab?sv=2022-11-02&amp;sig=${secret(draw.signature())}&amp;sp=r</Url>`,
  'a shared access address, encoded': (draw) =>
    marked`redirect=https%3A%2F%2Fcmgcontent.blob.core.windows.net%2Fcab%3Fsv%3D2022-11-02%26${draw.pick(['sig%3D', 'sig%3d'])}${secret(encodeURIComponent(draw.signature()))}%26sp%3Dr`,
  'a logic app': (draw) =>
    marked`https://prod-12.westeurope.logic.azure.com:443/workflows/${draw.hex(32)}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${secret(draw.base64url(32))}`,
  'a Teams webhook': (draw) =>
    marked`https://contoso.webhook.office.com/webhookb2/${draw.guid()}@${draw.guid()}/IncomingWebhook/${secret(draw.hex(32))}/${draw.guid()}`,
  'a Slack webhook': (draw) =>
    marked`https://hooks.slack.com/services/T${draw.chars('ABCDEFGHIJ0123456789', 8)}/B${draw.chars('ABCDEFGHIJ0123456789', 8)}/${secret(draw.letters(24))}`,
  'a Slack token': (draw) =>
    marked`SLACK: ${secret(`xoxb-${draw.digits(12)}-${draw.digits(12)}-${draw.letters(24)}`)} rejected`,
  'a GitHub token': (draw) => marked`using token ${secret(`github_pat_${draw.letters(22)}_${draw.letters(59)}`)}`,
  'a GitLab token': (draw) => marked`PRIVATE-TOKEN: ${secret(`glpat-${draw.letters(20)}`)}`,
  'a client secret in a form': (draw) =>
    marked`grant_type=client_credentials&client_id=${draw.guid()}&client_secret=${secret(`${draw.letters(3)}8Q~${draw.letters(34)}`)}&resource=https%3A%2F%2Fgraph.microsoft.com`,
  'an older client secret': (draw) =>
    marked`secret value ${secret(`${draw.letters(3)}~${draw.letters(15)}.${draw.letters(8)}_${draw.letters(6)}`)} expires soon`,
  'tokens in JSON': (draw) =>
    marked`{"token_type":"Bearer","expires_in":3599,"access_token":"${secret(draw.jwt())}","refresh_token":"${secret(`0.A${draw.base64url(120)}`)}"}`,
  'an authorization code': (draw) =>
    marked`http://localhost:8400/?code=${secret(`0.AXoA${draw.base64url(90)}`)}&session_state=${draw.guid()}`,
  'a token in a log': (draw) => marked`Getting CCM Token succeeded, token = '${secret(draw.base64(72))}'`,
  'a token alone on a line': (draw) => marked`${kept('acquired token:')}\n${secret(draw.jwt())}`,
  'a SAML response': (draw) => marked`SAMLResponse=${secret(encodeURIComponent(draw.base64(180)))}&RelayState=ss`,
  'an IIS log with its fields': (draw) => {
    const [user, other] = [draw.person().account, draw.person().account];
    return marked`#Software: Microsoft Internet Information Services 10.0
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Cookie) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
${draw.time()} 10.1.2.3 ${kept('GET /AdminService/wmi/SMS_Site')} - 443 ${draw.domain().short}\\${secret(user)} 10.1.2.9 ${kept('SMS+CCM+5.0')} - - ${kept('401 2 5')} 62
${draw.time()} 10.1.2.3 ${kept('CCM_POST /ccm_system_windowsauth/request')} - 443 ${secret(other)} 10.1.2.9 ccmhttp sid=${cookie(draw)};+lang=de - ${kept('403 16 2148204809')} 5573`;
  },
  'an IIS log without its fields': (draw) =>
    marked`${draw.time()} 10.1.2.3 GET /SMS_MP/.sms_aut MPLIST 443 ${secret(draw.person().account)} 10.1.2.9 SMS+CCM+5.0 - ${kept('403 7 0')} 5573 11`,
  'an encoded header': (draw) =>
    marked`headers=Authorization%3A%20Basic%20${secret(Buffer.from(`cm:${draw.letters(12)}`).toString('base64'))}`,
  'encoded JSON': (draw) => marked`data=%7B%22password%22%3A%22${secret(draw.letters(12))}%22%7D`,
  'a header in an archive of requests': (draw) =>
    marked`{ "name": "x-api-key", "value": "${secret(draw.letters(24))}" }`,
  'a cookie in an archive of requests': (draw) =>
    marked`"cookies": [{ "name": "ESTSAUTHPERSISTENT", "value": "${cookie(draw)}", "path": "/" }]`,
  'a form in an archive of requests': (draw) =>
    marked`"params":[{"name":"passwd","value":"${secret(draw.letters(14))}"}]`,
  'what Docker signs in with': (draw) =>
    marked`{"auths":{"contoso.azurecr.io":{"auth":"${secret(Buffer.from(`cm:${draw.letters(20)}`).toString('base64'))}"}}}`,
  'what npm signs in with': (draw) => marked`//registry.contoso.com/:_authToken=${secret(draw.guid())}`,
  'a device code': (draw) => marked`grant_type=device_code&device_code=${secret(`DAQABAAEAAAD${draw.base64url(60)}`)}`,
  'tokens that their issuers have named': (draw) =>
    marked`tried ${secret(`dapi${draw.hex(32)}`)} and ${secret(`hf_${draw.letters(34)}`)} and ${secret(`sk_test_${draw.letters(24)}`)}`,
  'a sign-in to a mail server': (draw) =>
    marked`AUTH PLAIN ${secret(Buffer.from(`\0cm\0${draw.letters(14)}`).toString('base64'))}`,
  'a sign-in to a mail server, step by step': (draw) =>
    marked`334 UGFzc3dvcmQ6\n${secret(Buffer.from(draw.letters(15)).toString('base64'))}\n235 ok`,
  'a sign-in to a file server': (draw) =>
    marked`USER ${secret(draw.person().account)}\n331 Password required\nPASS ${secret(draw.password())}\n230 ok`,
};
