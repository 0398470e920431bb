// Names of accounts and people, in all the places where Windows writes them.

import type { Draw } from './draw.js';
import { kept, type Marked, marked, secret } from './marked.js';

type Make = (draw: Draw) => Marked;

const account = (draw: Draw): Marked => marked`${draw.domain().short}\\${secret(draw.person().account)}`;

export const people: Readonly<Record<string, Make>> = {
  'an account that cannot log on': (draw) =>
    marked`Logon failed for ${account(draw)} from 10.0.0.7 with ${kept('1326')}`,
  'an account in quotes': (draw) =>
    marked`Login failed for user '${account(draw)}'. Reason: ${kept('18456')}, State: 5`,
  'an account without a domain': (draw) => marked`Login failed for user '${secret(draw.person().account)}'.`,
  'an account of a DNS domain': (draw) =>
    marked`Impersonating ${draw.domain().dns}\\${secret(draw.person().account)} failed`,
  'a machine account': (draw) => marked`The account CONTOSO\\${secret(`PCX-${draw.digits(5)}$`)} was denied`,
  'an account in JSON': (draw) =>
    marked`{"owner":"CONTOSO\\\\${secret(draw.person().account)}","hr":"${kept('0x80070005')}"}`,
  'an account in mixed case': (draw) => marked`as Contoso\\${secret(draw.person().account)} it works`,
  'a client push account': (draw) =>
    marked`---> Attempting to connect to administrative share '\\\\PC042\\admin$' using account '${account(draw)}'`,
  'a name, given by a log': (draw) =>
    marked`AAD user ${secret(draw.person().account)}@contoso.onmicrosoft.com is not discovered`,
  'a mail address': (draw) => {
    const { first, last } = draw.person();
    return marked`please answer to ${secret(`${first}.${last}`)}@${draw.domain().dns}`;
  },
  'a mail address with a tag': (draw) => marked`<mailto:${secret(`${draw.person().account}+it`)}@contoso.de>`,
  'a user principal name': (draw) =>
    marked`UPN: ${draw.cased('')}${secret(draw.person().account.toLowerCase())}@contoso.com, TenantId: ${draw.guid()}`,
  'a Kerberos name': (draw) =>
    marked`Client: ${secret(draw.person().account)} @ CONTOSO.COM\nServer: krbtgt/CONTOSO.COM @ CONTOSO.COM`,
  'a name and a short domain': (draw) => marked`kinit: ${secret(draw.person().account)}@CONTOSO not found`,
  'a guest account': (draw) =>
    marked`user ${secret(draw.person().account)}_fabrikam.com#EXT#@contoso.onmicrosoft.com has no license`,
  'a profile folder': (draw) =>
    marked`C:\\Users\\${secret(draw.person().account)}\\AppData\\Local\\Temp\\${kept('MEF.log')}`,
  'a profile folder with a blank': (draw) => {
    const { first, last } = draw.person();
    return marked`cannot open C:\\Users\\${secret(`${first} ${last}`)}\\Desktop\\setup.exe`;
  },
  'a profile folder in JSON': (draw) =>
    marked`"path": "C:\\\\Users\\\\${secret(draw.person().account)}\\\\AppData\\\\Roaming"`,
  'a profile folder with slashes': (draw) =>
    marked`file:///C:/Users/${secret(draw.person().account)}/Downloads/log.txt`,
  'a profile folder of Windows XP': (draw) =>
    marked`C:\\Documents and Settings\\${secret(draw.person().account)}\\Local Settings\\Temp`,
  'a home folder': (draw) => marked`/home/${secret(draw.person().account)}/.azure/azureProfile.json`,
  'a profile folder on a share': (draw) => marked`\\\\FS01\\C$\\Users\\${secret(draw.person().account)}\\ntuser.dat`,
  'the same person in several ways': (draw) => {
    const person = secret(draw.person().account);
    return marked`Logon of CONTOSO\\${person} ok\nprofile C:\\Users\\${person}\\x\ncopied by ${person} today`;
  },
  'a security event': (draw) =>
    marked`An account failed to log on.\n\nSubject:\n\tSecurity ID:\t\t${kept('S-1-0-0')}\n\tAccount Name:\t\t${secret(draw.person().account)}\n\tAccount Domain:\t\tCONTOSO\n\tLogon ID:\t\t0x0\n\nFailure Information:\n\tStatus:\t\t\t${kept('0xC000006D')}\n\tSub Status:\t\t${kept('0xC0000064')}`,
  'a security event, German system': (draw) =>
    marked`Fehler beim Anmelden eines Kontos.\n\tSicherheits-ID:\t\t${secret(draw.sid())}\n\tKontoname:\t\t${secret(draw.person().account)}\n\tKontodomäne:\t\tCONTOSO\n\tStatus:\t\t\t${kept('0xC000006D')}`,
  'a security event in XML': (draw) =>
    marked`<Data Name="TargetUserSid">${secret(draw.sid())}</Data><Data Name='TargetUserName'>${secret(draw.person().account)}</Data><Data Name="Status">${kept('0xc000006d')}</Data>`,
  'a security identifier': (draw) => marked`SID ${secret(draw.sid())} is not completely discovered`,
  'security identifiers in SDDL': (draw) => marked`O:SYG:SYD:PAI(A;;FA;;;SY)(A;;0x1200a9;;;${secret(draw.sid())})`,
  'a profile list': (draw) =>
    marked`HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\${secret(draw.sid())}\nProfileImagePath REG_EXPAND_SZ C:\\Users\\${secret(draw.person().account)}`,
  'a security identifier of Entra ID': (draw) =>
    marked`${secret(`S-1-12-1-${draw.digits(10)}-${draw.digits(10)}-${draw.digits(10)}-${draw.digits(9)}`)} has no token`,
  'a security identifier in bytes': (draw) => marked`objectSid: ${secret(`0105000000000005150000${draw.hex(34)}`)}`,
  whoami: (draw) =>
    marked`PS C:\\> whoami /user\n\nUser Name SID\n========= ===\ncontoso\\${secret(draw.person().account)} ${secret(draw.sid())}`,
  'a prompt': (draw) => marked`${secret(draw.person().account)}@cm01:~$ tail -f ccm.log`,
  'an owner': (draw) => marked`Owner  : CONTOSO\\${secret(draw.person().account)}\nGroup  : CONTOSO\\Domain Users`,
  'a distinguished name': (draw) => {
    const { first, last } = draw.person();
    return marked`CN=${secret(`${first} ${last}`)},OU=Staff,OU=Berlin,DC=contoso,DC=com is not found`;
  },
  'a directory user in a list': (draw) =>
    marked`SamAccountName    : ${secret(draw.person().account)}\nUserPrincipalName : ${secret(draw.person().account)}@contoso.com\nSID               : ${secret(draw.sid())}`,
  'an environment': (draw) =>
    marked`USERDOMAIN=CONTOSO\nUSERNAME=${secret(draw.person().account)}\nUSERPROFILE=C:\\Users\\${secret(draw.person().account)}`,
  'a status message': (draw) => marked`User "${account(draw)}" created a collection named "All clients" (SMS00001).`,
  'a task': (draw) => marked`Run As User: ${secret(draw.person().account)}\nLogon Mode: Interactive/Background`,
  'a mail address in an address': (draw) =>
    marked`https://login.microsoftonline.com/common?login_hint=${secret(draw.person().account)}%40contoso.com&x=1`,
  'a personal site': (draw) =>
    marked`https://contoso-my.sharepoint.com/personal/${secret(draw.person().account.replaceAll('.', '_'))}_contoso_com/Documents`,
  'a mailbox in a directory': (draw) =>
    marked`/o=Contoso/ou=Exchange/cn=Recipients/cn=${secret(draw.person().account)}`,
  'net user, answered': (draw) =>
    marked`User name                    ${secret(draw.person().account)}\nAccount active               Yes`,
};
