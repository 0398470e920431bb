// What programs are told to connect with.

import type { Draw } from './draw.js';
import { type Marked, marked, secret } from './marked.js';

type Make = (draw: Draw) => Marked;

const sql = (draw: Draw, password: Marked): Marked =>
  marked`Data Source=${draw.server()};Initial Catalog=CM_PS1;${draw.pick(['User ID', 'Uid', 'user id'])}=${secret(draw.person().account)};${draw.pick(['Password', 'Pwd', 'PASSWORD', 'pwd'])}=${password};Encrypt=True;TrustServerCertificate=False`;

export const connectionStrings: Readonly<Record<string, Make>> = {
  'SQL Server': (draw) => marked`Could not open ${sql(draw, secret(draw.password()))}`,
  'SQL Server, harsh password': (draw) => marked`connectionString="${sql(draw, secret(draw.harshPassword()))}"`,
  'SQL Server, password in quotes': (draw) =>
    sql(draw, marked`"${secret(`${draw.letters(4)};${draw.letters(3)} ${draw.letters(3)}`)}"`),
  'SQL Server, password in single quotes': (draw) =>
    sql(draw, marked`'${secret(`${draw.letters(4)};${draw.letters(3)}"${draw.letters(3)}`)}'`),
  'SQL Server, password with blanks': (draw) =>
    sql(draw, secret(`${draw.letters(4)} ${draw.letters(6)} ${draw.digits(4)}`)),
  'SQL Server, password last': (draw) =>
    marked`Server=tcp:cmdb.database.windows.net,1433;Database=inventory;User Id=${secret(draw.person().account)};Password=${secret(draw.password())}`,
  'ODBC, password in braces': (draw) =>
    marked`Driver={ODBC Driver 18 for SQL Server};Server=${draw.server()};Database=SUSDB;UID=${secret(draw.person().account)};PWD={${secret(`${draw.letters(5)};${draw.letters(5)}`)}};Encrypt=yes`,
  'in a C# string': (draw) =>
    marked`var c = new SqlConnection("Server=.\\\\SQLEXPRESS;Database=SUSDB;User Id=${secret(draw.person().account)};Password=${secret(draw.password())};");`,
  'Azure storage': (draw) =>
    marked`DefaultEndpointsProtocol=https;AccountName=cmgcontent;${draw.cased('AccountKey')}=${secret(draw.base64(64))};EndpointSuffix=core.windows.net`,
  'Azure storage with a SAS': (draw) =>
    marked`BlobEndpoint=https://cmgcontent.blob.core.windows.net;SharedAccessSignature=sv=2022-11-02&ss=b&srt=sco&sp=rl&se=2025-12-31T00:00:00Z&sig=${secret(draw.signature())}`,
  'Service Bus': (draw) =>
    marked`Endpoint=sb://cmgevents.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${secret(draw.base64(32))};EntityPath=status`,
  'Cosmos DB': (draw) =>
    marked`AccountEndpoint=https://cmgstate.documents.azure.com:443/;AccountKey=${secret(draw.base64(64))};Database=state`,
  Redis: (draw) =>
    marked`cmgcache.redis.cache.windows.net:6380,password=${secret(draw.base64(32))},ssl=True,abortConnect=False`,
  'App Configuration': (draw) =>
    marked`Endpoint=https://cmgsettings.azconfig.io;Id=${draw.letters(4)}-l0-s0:${draw.letters(12)};Secret=${secret(draw.base64(32))}`,
  'IoT Hub': (draw) =>
    marked`HostName=fleet.azure-devices.net;DeviceId=pc042;SharedAccessKey=${secret(draw.base64(32))}`,
  SignalR: (draw) => marked`Endpoint=https://cmg.service.signalr.net;AccessKey=${secret(draw.base64(32))};Version=1.0;`,
  AMQP: (draw) =>
    marked`amqps://${secret(draw.person().account)}:${secret(draw.password())}@mq.contoso.com:5671/inventory`,
  MongoDB: (draw) =>
    marked`mongodb+srv://${secret(draw.person().account)}:${secret(draw.letters(16))}@cluster0.contoso.mongodb.net/state?retryWrites=true&w=majority`,
  PostgreSQL: (draw) =>
    marked`could not connect: postgres://${secret(draw.person().account)}:${secret(encodeURIComponent(draw.harshPassword()))}@db.contoso.com:5432/cmdb?sslmode=require`,
  'PostgreSQL, words': (draw) =>
    marked`host=db.contoso.com port=5432 dbname=cmdb user=${secret(draw.person().account)} password=${secret(draw.password())} sslmode=require`,
  JDBC: (draw) =>
    marked`jdbc:sqlserver://sql01.contoso.com:1433;databaseName=CM_PS1;user=${secret(draw.person().account)};password=${secret(draw.password())};encrypt=true;`,
  'Oracle thin': (draw) =>
    marked`jdbc:oracle:thin:${secret(draw.person().account)}/${secret(draw.password())}@//ora.contoso.com:1521/CMDB`,
  FTP: (draw) =>
    marked`ftp://${secret(draw.person().account)}:${secret(draw.password())}@files.contoso.com/drivers/x.cab`,
  'a proxy': (draw) =>
    marked`set HTTPS_PROXY=http://${secret(draw.person().account)}:${secret(draw.password())}@proxy.contoso.com:8080`,
  SMTP: (draw) =>
    marked`smtp.password: "${secret(draw.password())}"\nsmtp.username: "${secret(draw.person().account)}"`,
  'a settings file': (draw) =>
    marked`spring.datasource.username=${secret(draw.person().account)}\nspring.datasource.password=${secret(draw.harshPassword())}`,
  YAML: (draw) =>
    marked`database:\n  user: ${secret(draw.person().account)}\n  password: ${secret(draw.password())}\n  port: 5432`,
  'appsettings.json': (draw) =>
    marked`"AzureAd": {\n  "TenantId": "${draw.guid()}",\n  "ClientSecret": "${secret(`${draw.letters(3)}8Q~${draw.letters(34)}`)}"\n}`,
  'JSON on one line': (draw) =>
    marked`{"userName":"${secret(draw.person().account)}","password":"${secret(draw.password())}","retries":3,"hresult":"0x80070005"}`,
  'a dictionary': (draw) =>
    marked`{'user': '${secret(draw.person().account)}', 'passwd': '${secret(draw.password())}'}`,
  'a hash table': (draw) =>
    marked`@{ Benutzer = '${secret(draw.person().account)}'; Kennwort = '${secret(draw.harshPassword())}' }`,
  'typographic quotes': (draw) => marked`Passwort: „${secret(draw.password())}“ für die Freigabe`,
  'percent-encoded': (draw) =>
    marked`POST body grant_type=password&username=${secret(draw.person().account)}&password=${secret(encodeURIComponent(draw.harshPassword()))}&scope=openid`,
  'percent-encoded as a whole': (draw) =>
    marked`returnUrl=%2Flogin%3Fuser%3D${secret(draw.person().account)}%26password%3D${secret(draw.letters(12))}%26lang%3Dde`,
};
