// Cookies: in headers, and those that open a session by their names.

import type { Rule } from '../finder.js';
import { anyCase, exact, part } from './pattern.js';

const pair = part`[\w.$!#%+-]{1,100}=[^\s;"'<>]{1,4096}`;

export const cookies: readonly Rule[] = [
  {
    // All of them: names and attributes tell little.
    kind: 'cookie',
    needs: ['cookie'],
    pattern: anyCase`cookies?\\*(?:["']|&quot;)?[ \t]*[:=][ \t]*\\*(?:["']|&quot;)?(?<secret>${pair}(?:;[ \t+]*(?:expires=[^;"'\n]{10,40}|${pair}|secure|httponly|[\w-]{1,20}(?=[;"']|\s*$|\s*\n)))*)`,
  },
  {
    kind: 'cookie',
    needs: ['-b', '--cookie'],
    pattern: exact`[ \t](?:-b|--cookie)[ \t=]["']?(?<secret>${pair}(?:;[ \t]*${pair})*)`,
  },
  {
    kind: 'cookie',
    needs: ['sid', 'session', 'auth', 'cookie', '.aspnet', 'rtfa', 'buid'],
    pattern:
      /(?<![\w])(?:ASP\.NET_SessionId|\.ASPXAUTH|\.AspNet(?:Core)?\.\w{1,40}|FedAuth\d?|rtFa|ESTSAUTH\w{0,20}|buid|SPOIDCRL|JSESSIONID|PHPSESSID|connect\.sid|session(?:_?id)?|sid|auth_?cookie)=(?<secret>[^\s;"'&<>,]{12,})/gi,
    unless: (found) => /^S-1-|^(?:0x)?010[1-5]0000|^\{?[\da-f]{8}-/i.test(found),
  },
];
