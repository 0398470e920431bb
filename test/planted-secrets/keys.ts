// Keys, hashes and passwords as files and programs hold them.

import type { Draw } from './draw.js';
import { kept, type Marked, marked, secret } from './marked.js';

type Make = (draw: Draw) => Marked;

const body = (draw: Draw, lines: number): string[] => [
  ...Array.from({ length: lines }, () => draw.base64(48)),
  draw.base64(31),
];

const secretLines = (lines: readonly string[], separator: string): Marked =>
  lines.flatMap((line, at) => (at === 0 ? secret(line) : marked`${separator}${secret(line)}`));

const pem =
  (name: string): Make =>
  (draw) =>
    marked`-----BEGIN ${name}-----\n${secretLines(body(draw, 12), '\n')}\n-----END ${name}-----`;

const element = (name: string, text: Marked): Marked => marked`<${name}>${text}</${name}>`;

export const keys: Readonly<Record<string, Make>> = {
  'a private key': pem('PRIVATE KEY'),
  'an RSA key': pem('RSA PRIVATE KEY'),
  'an EC key': pem('EC PRIVATE KEY'),
  'an OpenSSH key': pem('OPENSSH PRIVATE KEY'),
  'an encrypted key': pem('ENCRYPTED PRIVATE KEY'),
  'an encrypted RSA key': (draw) =>
    marked`-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${draw.hex(32).toUpperCase()}\n\n${secretLines(body(draw, 8), '\n')}\n-----END RSA PRIVATE KEY-----`,
  'a key that is cut off': (draw) =>
    marked`-----BEGIN RSA PRIVATE KEY-----\n${secretLines(body(draw, 5).slice(0, 5), '\n')}`,
  'the end of a key': (draw) => marked`${secretLines(body(draw, 5), '\n')}\n-----END RSA PRIVATE KEY-----`,
  'a key in JSON': (draw) =>
    marked`"private_key": "-----BEGIN PRIVATE KEY-----\\n${secretLines(body(draw, 6), '\\n')}\\n-----END PRIVATE KEY-----\\n",`,
  'a key on one line': (draw) =>
    marked`key=-----BEGIN EC PRIVATE KEY----- ${secretLines(body(draw, 2), ' ')} -----END EC PRIVATE KEY-----`,
  'a key in a quoted mail': (draw) =>
    marked`> -----BEGIN PRIVATE KEY-----\n> ${secretLines(body(draw, 5), '\n> ')}\n> -----END PRIVATE KEY-----`,
  'a PuTTY key': (draw) =>
    marked`PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: deploy\nPublic-Lines: 1\n${draw.base64(48)}\nPrivate-Lines: 3\n${secretLines(body(draw, 2), '\n')}\nPrivate-MAC: ${draw.hex(64)}`,
  'a key in a log with times': (draw) =>
    marked`2026-03-04 10:11:12,301 -----BEGIN PRIVATE KEY-----\n2026-03-04 10:11:12,301 ${secretLines(body(draw, 4), '\n2026-03-04 10:11:12,301 ')}\n2026-03-04 10:11:12,302 -----END PRIVATE KEY-----`,
  'a password of a directory': (draw) => marked`olcRootPW: {SSHA}${secret(draw.base64(32))}`,
  'an RSA key in XML': (draw) =>
    marked`<RSAKeyValue><Modulus>${draw.base64(64)}</Modulus><Exponent>AQAB</Exponent>${element('P', secret(draw.base64(32)))}${element('Q', secret(draw.base64(32)))}${element('D', secret(draw.base64(64)))}</RSAKeyValue>`,
  'a machine key': (draw) =>
    marked`<machineKey validationKey="${secret(draw.hex(128).toUpperCase())}" decryptionKey="${secret(draw.hex(48).toUpperCase())}" validation="SHA1" decryption="AES" />`,
  'a connection string in web.config': (draw) =>
    marked`<add name="CM" connectionString="Server=sql01;Database=CM_PS1;User ID=${secret(draw.person().account)};Password=${secret(draw.password())}" providerName="System.Data.SqlClient" />`,
  'an app setting': (draw) =>
    marked`<add key="ClientSecret" value="${secret(`${draw.letters(3)}8Q~${draw.letters(34)}`)}" />`,
  'a password setting': (draw) => marked`<add key="Smtp.Password" value="${secret(draw.password())}"/>`,
  'an impersonation': (draw) =>
    marked`<identity impersonate="true" userName="${draw.domain().short}\\${secret(draw.person().account)}" password="${secret(draw.password())}" />`,
  'unattend.xml': (draw) =>
    marked`<AutoLogon>\n  <Password>\n    <Value>${secret(draw.password())}</Value>\n    <PlainText>true</PlainText>\n  </Password>\n  <Enabled>true</Enabled>\n  <Username>${secret(draw.person().account)}</Username>\n</AutoLogon>`,
  'unattend.xml on one line': (draw) =>
    marked`<AdministratorPassword><Value>${secret(Buffer.from(`${draw.password()}AdministratorPassword`, 'utf16le').toString('base64'))}</Value><PlainText>false</PlainText></AdministratorPassword>`,
  'unattend.xml, joining a domain': (draw) =>
    marked`<Credentials><Domain>contoso.com</Domain><Username>${secret(draw.person().account)}</Username><Password>${secret(draw.password())}</Password></Credentials>`,
  'a group policy password': (draw) =>
    marked`<Properties action="U" userName="${secret(draw.person().account)}" cpassword="${secret(draw.base64(32))}" changeLogon="0" noChange="1"/>`,
  'a Wi-Fi profile': (draw) =>
    marked`<sharedKey><keyType>passPhrase</keyType><protected>false</protected><keyMaterial>${secret(draw.password())}</keyMaterial></sharedKey>`,
  'netsh wlan': (draw) => marked`    Key Content            : ${secret(draw.password())}`,
  'netsh wlan, German system': (draw) => marked`    Schlüsselinhalt            : ${secret(draw.password())}`,
  'a DPAPI blob': (draw) => marked`Credential=${secret(`01000000d08c9ddf0115d1118c7a00c04fc297eb${draw.hex(160)}`)}`,
  'a DPAPI blob in base64': (draw) =>
    marked`<Secret>${secret(`AQAAANCMnd8BFdERjHoAwE/Cl+sB${draw.base64(120)}`)}</Secret>`,
  'a dump of accounts': (draw) =>
    marked`${secret(draw.person().account)}:1107:${secret(draw.hex(32))}:${secret(draw.hex(32))}:::`,
  'hashes by name': (draw) =>
    marked`  * Username : ${secret(draw.person().account)}\n  * Domain   : CONTOSO\n  * NTLM     : ${secret(draw.hex(32))}\n  * SHA1     : ${secret(draw.hex(40))}`,
  'a challenge and its answer': (draw) =>
    marked`${secret(draw.person().account)}::CONTOSO:${secret(draw.hex(16))}:${secret(draw.hex(32))}:${secret(`0101000000000000${draw.hex(120)}`)}`,
  'a roasted ticket': (draw) =>
    marked`\$krb5tgs\$23\$*${secret(draw.person().account)}\$CONTOSO.COM\$http/cm*\$${secret(draw.hex(32))}\$${secret(draw.hex(200))}`,
  'a Kerberos ticket': (draw) =>
    marked`Base64EncodedTicket   : \n      ${secret(`doIF${draw.base64(42)}`)}\n      ${secret(draw.base64(45))}\n      ${secret(draw.base64(45))}`,
  'a shadow entry': (draw) =>
    marked`${secret(draw.person().account)}:\$6\$${secret(draw.letters(16))}\$${secret(draw.letters(86))}:19000:0:99999:7:::`,
  'a bcrypt hash': (draw) => marked`admin hash \$2b\$12\$${secret(draw.letters(53))}`,
  'a recovery key': (draw) =>
    marked`Numerical Password:\n      ID: {${draw.guid().toUpperCase()}}\n      Password:\n        ${secret(Array.from({ length: 8 }, () => draw.digits(6)).join('-'))}`,
  'a recovery key, German system': (draw) =>
    marked`Wiederherstellungsschlüssel: ${secret(Array.from({ length: 8 }, () => draw.digits(6)).join('-'))}`,
  'a product key': (draw) =>
    marked`ProductKey=${secret(Array.from({ length: 5 }, () => draw.chars('BCDFGHJKMPQRTVWXY2346789', 5)).join('-'))}`,
  'a product key in a sentence': (draw) =>
    marked`changepk returned ${kept('0xC004F050')} for ${secret(Array.from({ length: 5 }, () => draw.chars('BCDFGHJKMPQRTVWXY2346789', 5)).join('-'))}`,
  'LAPS in a list': (draw) =>
    marked`ComputerName        : ${draw.server()}\nAccount             : Administrator\nPassword            : ${secret(draw.password())}\nPasswordUpdateTime  : ${kept('5/13/2025 9:41:07 AM')}\nSource              : EncryptedPassword`,
  'LAPS in a table': (draw) => {
    const [first, second] = [draw.letters(14), draw.letters(14)];
    return marked`Get-LapsADPassword PC-*
ComputerName Password       ExpirationTimestamp
------------ --------       -------------------
PC-042       ${secret(first)} ${kept('6/12/2025 9:41:07 AM')}
PC-043       ${secret(second)} ${kept('6/14/2025 8:12:45 AM')}`;
  },
  'LAPS as it is stored': (draw) =>
    marked`ms-Mcs-AdmPwd: ${secret(draw.password())}\nms-Mcs-AdmPwdExpirationTime: ${kept('133300000000000000')}`,
  'LAPS in JSON': (draw) =>
    marked`msLAPS-Password: {"n":"Administrator","t":"1d91cb7e1c5cb3f","p":"${secret(draw.harshPassword())}"}`,
  'a web key': (draw) =>
    marked`{"kty":"RSA","kid":"${draw.letters(20)}","n":"${draw.base64url(64)}","e":"AQAB","d":"${secret(draw.base64url(64))}"}`,
  'a storage key alone': (draw) => marked`key1 ${secret(draw.base64(64))}`,
  'a setting of a program': (draw) =>
    marked`<setting name="ProxyPassword" serializeAs="String">\n  <value>${secret(draw.password())}</value>\n</setting>`,
  'a property list': (draw) => marked`<key>Password</key>\n<string>${secret(draw.password())}</string>`,
  'a password as character data': (draw) => marked`<password><![CDATA[${secret(draw.letters(12))}]]></password>`,
  'a parameter, value first': (draw) => marked`<param value="${secret(draw.password())}" name="password"/>`,
  'a name and a value in JSON': (draw) =>
    marked`{"name":"DbPassword","value":"${secret(draw.password())}","secure":false}`,
  'a name and a value in YAML': (draw) => marked`env:\n  - name: DB_PASSWORD\n    value: ${secret(draw.letters(14))}`,
  'a password in LDIF': (draw) => marked`userPassword:: ${secret(Buffer.from(draw.letters(15)).toString('base64'))}`,
  'a password in YAML, below': (draw) => marked`db:\n  password: >-\n    ${secret(draw.saidPassword())}`,
};
