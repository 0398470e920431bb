// What goes by in logs: lines of real systems where they are at hand, and what a client of Configuration Manager writes
// all day.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './large-log.js';

/** `%host%` and `%user%` stand for names that are other ones each time. */
const client: readonly Source[] = [
  {
    component: 'PolicyAgent',
    messages: [
      'Requesting assignments of machine policy from %host%',
      'Reply to request 482113 holds 37 assignments, 2 of them new',
      'Policy {6D2F1B0C-51A7-4E0B-9C43-0A9E5B7C1D22} version 14.00 is unchanged',
      'Compiling policy body of 18231 bytes took 46 ms',
      'Skipping user policy: no session of %user%',
      'Evaluation of 214 policies ended at 09:12:44, next one in 60 minutes',
    ],
  },
  {
    component: 'LocationServices',
    messages: [
      'Refreshing the list of management points for site ABC',
      'Assigned management point is %host%, 2 others are known',
      'Network changed: 10.20.30.40 on adapter Ethernet, boundary group 16777217',
      'Persisted 3 management points, version 20250901',
      'Failed to look up the site in Active Directory, using the assigned one',
    ],
  },
  {
    component: 'ContentTransferManager',
    messages: [
      'Job {3F2504E0-4F89-11D3-9A0C-0305E82C3301} entered phase downloading',
      'Job {3F2504E0-4F89-11D3-9A0C-0305E82C3301} is at 64 percent, 10485760 of 16384000 bytes from %host%',
      'Peer %host% answered after 15 ms, 3 blocks taken',
      'Retry 2 of 5 in 30 seconds, last error 0x00000000',
      'Job {3F2504E0-4F89-11D3-9A0C-0305E82C3301} completed, hash verified',
    ],
  },
  {
    component: 'InventoryAgent',
    messages: [
      'Collection: namespace root/cimv2, query SELECT * FROM Win32_Service, 218 instances',
      'Collection: namespace root/cimv2, query SELECT * FROM Win32_QuickFixEngineering, 41 instances',
      'Warning: class Win32_Contoso_Asset is not present, left out',
      'Report of 284113 bytes sent to %host%, sequence 1204511',
    ],
  },
  {
    component: 'CcmExec',
    messages: [
      'Session 2 of %user% began at 09:12:44',
      'Service host 17204 started, 12 tasks loaded',
      'Failed to open the optional registry key SOFTWARE/Contoso/Agent, using defaults',
      'Cache holds 27 items, 1873 of 5120 MB',
      'Message {A1B2C3D4-0001-4002-8003-9A8B7C6D5E4F} for endpoint PolicyAgent_PolicyEvaluator delivered to queue',
      'Power state is AC, idle for 311 seconds',
    ],
  },
];

/** @param folder Holds logs, one system a file; without it there are only the client's own lines. */
export function everydayLines(folder: string): readonly Source[] {
  if (!existsSync(folder)) return client;
  const real = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => ({
      component: name.replace(/_2k\.log$/, ''),
      messages: readFileSync(join(folder, name), 'latin1')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== ''),
    }));
  return [...real, ...client];
}
