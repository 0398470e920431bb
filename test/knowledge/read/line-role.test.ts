import { expect, test } from '@jest/globals';
import { isOrigin, lineRole } from '../../../knowledge/read/index.js';

test.each([
  { line: 'The request was refused by the gateway.', role: 'tells' },
  { line: 'Waiting for the gateway.', role: 'plain' },
  { line: '   at Contoso.Mail.Sender.Send(Message message)', role: 'frame' },
  { line: '   Contoso.Mail.Sender.Send(Message message, Int32 times) +612', role: 'frame' },
  { line: 'Contoso.Mail.Sender..ctor()', role: 'frame' },
  { line: 'Contoso.Mail.Sender failed (see below)', role: 'tells' },
  { line: 'Keywords:      Audit Failure', role: 'header' },
  { line: '  <ExceptionRetriable>false</ExceptionRetriable>', role: 'header' },
  { line: '<Timestamp>2018-01-28T07:07:49.0535869Z</Timestamp>', role: 'header' },
  { line: '<ErrorCode>-2147176431</ErrorCode>', role: 'plain' },
  { line: 'Mots clés :    Classique', role: 'header' },
  { line: 'Palabras clave: Clásico', role: 'header' },
  { line: 'Ключевые слова: Классический', role: 'header' },
  { line: '级别:          错误', role: 'header' },
  { line: 'レベル:        エラー', role: 'header' },
  { line: 'Faulting module name: mail.dll, version: 8.0.1.2, time stamp: 0x65684720', role: 'header' },
  { line: 'Faulting package-relative application ID:', role: 'header' },
  { line: '<Level>2</Level>', role: 'header' },
  { line: '  <Execution ProcessID="612" ThreadID="9044" />', role: 'header' },
  { line: '<Data Name="Error">The gateway refused the request.</Data>', role: 'tells' },
  { line: 'Sending the mail failed because of the following error:', role: 'plain' },
  { line: 'An exception occurred while executing the step.', role: 'plain' },
  { line: 'Exception information:', role: 'plain' },
  { line: 'Below is a summary of the errors, details are listed later in the log.', role: 'plain' },
  { line: 'The Mail service terminated unexpectedly.  It has done this 2 time(s).', role: 'consequence' },
  { line: 'At least one resource deployment operation failed. Please list them.', role: 'consequence' },
  {
    line: '"message": "The resource operation completed with terminal provisioning state \'Failed\'."',
    role: 'consequence',
  },
  { line: 'Content-Type: text/html', role: 'header' },
  { line: 'X-Powered-By: ASP.NET', role: 'header' },
  { line: 'x: the mailbox was refused', role: 'tells' },
  { line: 'Msg 3013, Level 16, State 1, Line 19', role: 'consequence' },
  { line: 'RESTORE DATABASE is terminating abnormally.', role: 'consequence' },
  { line: 'The statement has been terminated.', role: 'consequence' },
  { line: 'The following error occurred: the gateway refused the request.', role: 'tells' },
])('$line → $role', ({ line, role }) => expect(lineRole(line)).toBe(role));

test.each([
  { line: 'Source:        Contoso Mail', expected: true },
  { line: '<EventID>4107</EventID>', expected: true },
  { line: '<Provider Name="Contoso Mail" />', expected: true },
  { line: 'The source: Contoso Mail was refused', expected: false },
])('$line says where it is from: $expected', ({ line, expected }) => expect(isOrigin(line)).toBe(expected));
