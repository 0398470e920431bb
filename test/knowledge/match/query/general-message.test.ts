import { expect, test } from '@jest/globals';
import { isGeneralMessage, isGeneralTitle } from '../../../../knowledge/match/query/general-message.js';

test.each([
  { line: '(403) Forbidden', general: true },
  { line: 'The remote server returned an error: (403) Forbidden.', general: true },
  { line: 'System.Net.WebException: The remote server returned an error: (500) Internal Server Error.', general: true },
  { line: 'Access is denied. (0x80004005)', general: true },
  { line: 'Fatal error during installation.', general: true },
  { line: 'exit code 1603', general: false },
  { line: 'Access is denied. (0x80070005)', general: false },
  { line: '403 CMGConnector_Forbidden', general: false },
  { line: 'Web exception for message 1: The remote server returned an error: (403) Forbidden.', general: false },
  { line: 'System.IO.FileNotFoundException', general: false },
  { line: '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=Forbidden', general: true },
  { line: '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden', general: false },
  { line: 'Status = 12030', general: false },
  { line: '0x80004005', general: true },
  { line: 'Zugriff verweigert', general: true },
])('$line: $general', ({ line, general }) => expect(isGeneralMessage(line)).toBe(general));

test.each([
  { title: 'The parameter is incorrect 0x80070057', general: true },
  { title: '0x80070057', general: false },
  { title: 'The parameter is incorrect when exporting the vault', general: false },
])('a title: $title: $general', ({ title, general }) => expect(isGeneralTitle(title)).toBe(general));
