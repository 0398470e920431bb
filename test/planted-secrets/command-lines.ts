// Commands that people type, with passwords in them.

import type { Draw } from './draw.js';
import { kept, type Marked, marked, secret } from './marked.js';

type Make = (draw: Draw) => Marked;

const account = (draw: Draw): Marked => marked`${draw.domain().short}\\${secret(draw.person().account)}`;

export const commandLines: Readonly<Record<string, Make>> = {
  'net use, password first': (draw) =>
    marked`net use X: \\\\${draw.server()}\\source$ ${secret(draw.password())} /user:${account(draw)}`,
  'net use, password last': (draw) =>
    marked`net use \\\\${draw.server()}\\IPC$ /user:${account(draw)} "${secret(draw.harshPassword())}" /persistent:no`,
  'net user': (draw) => marked`net user ${secret(draw.person().account)} ${secret(draw.password())} /add /domain`,
  psexec: (draw) =>
    marked`psexec64.exe \\\\${draw.server()} -u ${account(draw)} -p ${secret(draw.password())} -h cmd /c ipconfig`,
  'psexec with quotes': (draw) =>
    marked`psexec \\\\${draw.server()} -u "${account(draw)}" -p "${secret(draw.harshPassword())}" ccmsetup.exe`,
  runas: (draw) => marked`runas /netonly /user:${account(draw)} "mmc.exe dsa.msc"`,
  cmdkey: (draw) =>
    marked`cmdkey /generic:TERMSRV/${draw.server()} /user:${account(draw)} /pass:${secret(draw.password())}`,
  schtasks: (draw) =>
    marked`schtasks /Create /TN "Nightly sync" /TR C:\\Scripts\\sync.cmd /SC DAILY /RU ${account(draw)} ${draw.cased('/RP')} ${secret(draw.password())}`,
  sqlcmd: (draw) =>
    marked`sqlcmd -S ${draw.server()}\\CM01 -d CM_PS1 -U ${secret(draw.person().account)} -P ${secret(draw.password())} -Q "select 1"`,
  bcp: (draw) =>
    marked`bcp CM_PS1.dbo.v_R_System out systems.txt -c -S ${draw.server()} -U ${secret(draw.person().account)} -P${secret(draw.password())}`,
  mysql: (draw) => marked`mysql -h db01 -u ${secret(draw.person().account)} -p${secret(draw.password())} inventory`,
  mysqldump: (draw) =>
    marked`mysqldump --user=${secret(draw.person().account)} --password='${secret(draw.harshPassword())}' inventory > dump.sql`,
  'curl with a user': (draw) =>
    marked`curl -sS -u ${secret(draw.person().account)}:${secret(draw.password())} https://adminservice.${draw.domain().dns}/AdminService/wmi/SMS_R_System`,
  'curl with a quoted user': (draw) =>
    marked`curl --user "${secret(draw.person().account)}:${secret(draw.harshPassword())}" --insecure https://cm.${draw.domain().dns}/`,
  'curl with a header': (draw) =>
    marked`curl -H "Authorization: Bearer ${secret(draw.jwt())}" -H 'x-ms-version: 2021-08-06' https://graph.microsoft.com/v1.0/devices`,
  'curl with a key': (draw) =>
    marked`curl -H 'x-api-key: ${secret(draw.letters(32))}' https://api.${draw.domain().dns}/v2/status`,
  'az login': (draw) =>
    marked`az login --service-principal -u ${draw.guid()} -p ${secret(`${draw.letters(3)}8Q~${draw.letters(34)}`)} --tenant ${draw.guid()}`,
  'az with an account key': (draw) =>
    marked`az storage blob list --account-name cmgcontent --container-name cab --account-key ${secret(draw.base64(64))} -o table`,
  'az with a SAS token': (draw) =>
    marked`az storage blob upload --account-name cmgcontent --sas-token "sv=2022-11-02&ss=b&srt=sco&sp=rwdl&se=2025-12-31T00:00:00Z&sig=${secret(draw.signature())}" -f x.cab`,
  'az ad sp': (draw) => marked`az ad sp create-for-rbac --name cmg --password ${secret(draw.password())}`,
  azcopy: (draw) =>
    marked`azcopy copy C:\\Sources "https://cmgcontent.blob.core.windows.net/cab?sv=2022-11-02&sr=c&sig=${secret(draw.signature())}&sp=racwdl" --recursive`,
  'docker login': (draw) =>
    marked`docker login myregistry.azurecr.io -u ${secret(draw.person().account)} -p ${secret(draw.letters(32))}`,
  'git clone': (draw) =>
    marked`git clone https://${draw.pick(['build', 'anything'])}:${secret(draw.chars('abcdefghijklmnopqrstuvwxyz234567', 52))}@dev.azure.com/contoso/_git/scripts`,
  'git clone with a token alone': (draw) =>
    marked`git clone https://${secret(draw.chars('abcdefghijklmnopqrstuvwxyz234567', 52))}@dev.azure.com/contoso/infra/_git/tools`,
  'git with a GitHub token': (draw) =>
    marked`git remote add origin https://${secret(`ghp_${draw.letters(36)}`)}@github.com/contoso/infra.git`,
  'ConvertTo-SecureString': (draw) =>
    marked`$pw = ConvertTo-SecureString "${secret(draw.password())}" -AsPlainText -Force`,
  'ConvertTo-SecureString by name': (draw) =>
    marked`$secure = ConvertTo-SecureString -AsPlainText -Force -String '${secret(draw.harshPassword())}'`,
  PSCredential: (draw) =>
    marked`$cred = New-Object System.Management.Automation.PSCredential('${account(draw)}', (ConvertTo-SecureString '${secret(draw.password())}' -AsPlainText -Force))`,
  NetworkCredential: (draw) =>
    marked`$cred = [System.Net.NetworkCredential]::new('${secret(draw.person().account)}', '${secret(draw.password())}', '${draw.domain().short}')`,
  'a variable': (draw) => marked`$${draw.cased('password')} = "${secret(draw.harshPassword())}"`,
  'an environment variable': (draw) => marked`$env:CM_DB_PASSWORD = '${secret(draw.password())}'`,
  'set in a batch file': (draw) => marked`set SVC_PWD=${secret(draw.password())}`,
  'exported in a shell': (draw) =>
    marked`export AZURE_CLIENT_SECRET=${secret(`${draw.letters(3)}8Q~${draw.letters(34)}`)}`,
  'export of an AWS key': (draw) =>
    marked`export AWS_ACCESS_KEY_ID=${secret(`AKIA${draw.chars('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`)} AWS_SECRET_ACCESS_KEY=${secret(draw.base64(30))}`,
  'Import-PfxCertificate': (draw) =>
    marked`Import-PfxCertificate -FilePath C:\\certs\\cmg.pfx -CertStoreLocation Cert:\\LocalMachine\\My -Password (ConvertTo-SecureString '${secret(draw.password())}' -AsPlainText -Force)`,
  certutil: (draw) => marked`certutil -f -p ${secret(draw.password())} -importpfx C:\\certs\\cmg.pfx`,
  'openssl pkcs12': (draw) =>
    marked`openssl pkcs12 -export -in cmg.crt -inkey cmg.key -out cmg.pfx -passout pass:${secret(draw.password())}`,
  signtool: (draw) =>
    marked`signtool sign /f C:\\certs\\code.pfx /p ${secret(draw.password())} /tr http://timestamp.digicert.com setup.exe`,
  keytool: (draw) =>
    marked`keytool -importkeystore -srckeystore cmg.pfx -storepass ${secret(draw.password())} -keypass ${secret(draw.password())}`,
  msiexec: (draw) =>
    marked`msiexec /i agent.msi /qn SERVICEACCOUNT=${account(draw)} SERVICEPASSWORD=${secret(draw.password())} /l*v C:\\Temp\\agent.log`,
  'sc config': (draw) =>
    marked`sc.exe config SMS_NOTIFICATION obj= ${account(draw)} password= ${secret(draw.password())}`,
  'netdom join': (draw) =>
    marked`netdom join ${draw.server()} /domain:${draw.domain().dns} /userd:${account(draw)} /passwordd:${secret(draw.password())}`,
  wmic: (draw) =>
    marked`wmic /node:${draw.server()} /user:${account(draw)} /password:"${secret(draw.harshPassword())}" os get caption`,
  winrs: (draw) => marked`winrs -r:${draw.server()} -u:${account(draw)} -p:${secret(draw.password())} hostname`,
  plink: (draw) =>
    marked`plink -ssh ${secret(draw.person().account)}@${draw.server().toLowerCase()} -pw ${secret(draw.password())} uptime`,
  ldapsearch: (draw) =>
    marked`ldapsearch -H ldap://dc01.contoso.com -D ${secret(draw.person().account)}@contoso.com -w ${secret(draw.password())} -b "DC=contoso,DC=com" "(objectClass=computer)"`,
  ktpass: (draw) =>
    marked`ktpass /princ HTTP/cm.contoso.com@CONTOSO.COM /mapuser ${account(draw)} /pass ${secret(draw.password())} /out http.keytab`,
  'manage-bde': (draw) => {
    const key = Array.from({ length: 8 }, () => draw.digits(6)).join('-');
    return marked`manage-bde -unlock D: -RecoveryPassword ${secret(key)}`;
  },
  slmgr: (draw) => {
    const key = Array.from({ length: 5 }, () => draw.chars('BCDFGHJKMPQRTVWXY2346789', 5)).join('-');
    return marked`cscript slmgr.vbs /ipk ${secret(key)}`;
  },
  'ccmsetup with a registration token': (draw) =>
    marked`ccmsetup.exe /mp:https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941 CCMHOSTNAME=cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941 SMSSITECODE=PS1 ${draw.pick(['/regtoken:', '/RegToken:'])}${secret(draw.jwt())}`,
  'Invoke-RestMethod': (draw) =>
    marked`Invoke-RestMethod -Uri https://graph.microsoft.com/v1.0/users -Headers @{ Authorization = "Bearer ${secret(draw.jwt())}" }`,
  'Connect-AzAccount': (draw) =>
    marked`Connect-AzAccount -AccessToken ${secret(draw.jwt())} -AccountId ${secret(draw.person().account)}@contoso.com`,
  sshpass: (draw) =>
    marked`sshpass -p '${secret(draw.password())}' ssh ${secret(draw.person().account)}@10.1.4.7 -p 2222`,
  'redis-cli': (draw) => marked`redis-cli -h cache.contoso.com -p 6380 -a ${secret(draw.letters(40))} --tls ping`,
  psql: (draw) =>
    marked`PGPASSWORD=${secret(draw.password())} psql -h db.contoso.com -U ${secret(draw.person().account)} -d cmdb -p 5432`,
  'net use, German system': (draw) =>
    marked`C:\\>net use Z: \\\\${draw.server()}\\daten /USER:${account(draw)} ${secret(draw.password())}\nDer Befehl wurde erfolgreich ausgeführt.`,
  'a note in German': (draw) =>
    marked`Benutzer: ${secret(draw.person().account)}, Kennwort: ${secret(draw.password())}`,
  'a note in English': (draw) =>
    marked`log in as ${account(draw)} with the password ${draw.pick(['', 'is '])}'${secret(draw.password())}'`,
  'a note on two lines': (draw) => marked`user: ${secret(draw.person().account)}\npw: ${secret(draw.password())}`,
  'a spoken note': (draw) => marked`das Passwort lautet ${secret(draw.password())} und es geht trotzdem nicht`,
  'a spoken note without a mark': (draw) => marked`I tried it with password ${secret(draw.saidPassword())} as well`,
  'a spoken note, the other way round': (draw) =>
    marked`we use ${secret(draw.saidPassword())} as the password everywhere`,
  'a note with the password below': (draw) => marked`Password:\n${secret(draw.saidPassword())}`,
  'a note in French': (draw) => marked`Mot de passe : ${secret(draw.password())}`,
  'a note in Spanish': (draw) => marked`contraseña: ${secret(draw.password())}`,
  'net use, share with a blank': (draw) =>
    marked`net use P: "\\\\${draw.server()}\\old sources$" ${secret(draw.password())} /user:${account(draw)}`,
  'sshpass, at once': (draw) =>
    marked`sshpass -p${secret(draw.password())} ssh ${secret(draw.person().account)}@10.1.4.7`,
  'psexec, at once': (draw) =>
    marked`psexec \\\\${draw.server()} -u ${account(draw)} -p"${secret(draw.password())}" hostname`,
  '7-Zip': (draw) => marked`7z a logs.7z -p${secret(draw.password())} C:\\Logs`,
  zip: (draw) => marked`zip -P ${secret(draw.password())} logs.zip *.log`,
  'netdom in short': (draw) =>
    marked`netdom join ${draw.server()} /domain:contoso.com /ud:${account(draw)} /pd:${secret(draw.password())}`,
  SqlPackage: (draw) => marked`SqlPackage /a:Publish /sf:CM.dacpac /tp:${secret(draw.password())}`,
  Impacket: (draw) => marked`python wmiexec.py CONTOSO/svc:${secret(draw.letters(14))}@10.1.2.3`,
  'ConvertTo-SecureString, piped': (draw) =>
    marked`$pw = '${secret(draw.harshPassword())}' | ConvertTo-SecureString -AsPlainText -Force`,
  'ConvertTo-SecureString of an expression': (draw) =>
    marked`$pw = ConvertTo-SecureString $("${secret(draw.password())}") -AsPlainText -Force`,
  'a password that a command reads': (draw) =>
    marked`echo ${secret(draw.password())} | docker login contoso.azurecr.io --password-stdin`,
  'aws configure': (draw) => marked`aws configure set aws_secret_access_key ${secret(`w9${draw.base64(30)}`)}`,
  'a login of SQL': (draw) => marked`ALTER USER cm IDENTIFIED BY "${secret(draw.password())}"`,
  'a router': (draw) => marked`username admin password 7 ${secret(`08${draw.digits(10)}1A`)}`,
  'a router that is watched': (draw) => marked`snmpwalk -v2c -c ${secret(draw.letters(12))} 10.1.2.1`,
  'an environment in short': (draw) => marked`export DB_PASS=${secret(draw.password())} DB_HOST=db01`,
  'a password that begins with a bracket': (draw) =>
    marked`password=${draw.pick(['{', '(', '<'])}${secret(draw.digits(2) + draw.letters(8))}`,
  'a table of users': (draw) =>
    marked`| User | Password | Site |\n|---|---|---|\n| ${secret(draw.person().account)} | ${secret(draw.saidPassword())} | ${kept('PS1')} |`,
  'users, separated by commas': (draw) =>
    marked`type users.csv\nusername,password\n${secret(draw.person().account)},${secret(draw.saidPassword())}`,
};
