import { expect, test } from '@jest/globals';
import { questionFrom } from '../../../bot/words/question-from.js';

test.each([
  ['you use a proxy server', 'Do you use a proxy server?'],
  ['you need Terminal Services', 'Do you need Terminal Services?'],
  ['you are a direct user', 'Are you a direct user?'],
  ['you have a secondary monitor', 'Do you have a secondary monitor?'],
  ['you have already installed the update', 'Have you already installed the update?'],
  ['you can disable the firewall', 'Can you disable the firewall?'],
  ['you installed it over a network', 'Is it true that you installed it over a network?'],
  ['the value is 0', 'Is the value 0?'],
  ['the certificate has expired', 'Has the certificate expired?'],
  ['the server has a host record', 'Is it true that the server has a host record?'],
  ['there are more than two domains', 'Are there more than two domains?'],
  ['there is no record', 'Is it true that there is no record?'],
  ['the name is correct and resolves in DNS', 'Is it true that the name is correct and resolves in DNS?'],
  ['the service that is listed is stopped', 'Is it true that the service that is listed is stopped?'],
  ['“Use HTTPS” is off', 'Is it true that “Use HTTPS” is off?'],
])('%s', (statement, question) => expect(questionFrom(statement)).toBe(question));
