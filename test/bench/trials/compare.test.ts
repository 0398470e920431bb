import { describe, expect, test } from '@jest/globals';
import { compareTickets, type KeptTicket, keptTicket, type Shown } from '../../../bench/trials/compare.js';
import type { HelpdeskTicket } from '../../../bench/trials/flaky-helpdesk.js';
import { aTicket } from '../../bot/ticket/a-ticket.js';

const ticket = aTicket({ number: 4, history: [{ kind: 'said', text: 'Again.' }] });
const kept = keptTicket(ticket);
const shown: Shown = { tenant: 'contoso', person: 'mia', number: 4 };
const there: HelpdeskTicket = { caseId: 'case 4', number: 4, requester: 'mia' };

function wrong({
  people = [shown],
  database = [kept],
  helpdesk = [there],
  events = [0, 1],
}: {
  people?: readonly Shown[];
  database?: readonly KeptTicket[];
  helpdesk?: readonly HelpdeskTicket[];
  events?: readonly number[];
} = {}): string[] {
  return compareTickets(people, database, [
    { name: 'webhook', tickets: helpdesk, events: new Map([['case 4', events]]) },
  ]);
}

test('nothing is wrong where all agree', () => expect(wrong()).toEqual([]));

test('a ticket that nobody was shown is all right', () => expect(wrong({ people: [] })).toEqual([]));

describe('it is told when a ticket', () => {
  test.each<[what: string, found: string[], expected: readonly string[]]>([
    ['was lost', wrong({ database: [], helpdesk: [] }), ['ticket 4 of contoso, shown to mia, is not in the database']],
    [
      'is another’s',
      wrong({ people: [{ ...shown, person: 'ben' }] }),
      ['ticket 4 of contoso, shown to ben, is another’s'],
    ],
    ['never reached the helpdesk', wrong({ helpdesk: [] }), ['ticket 4 of contoso is 0 times at webhook']],
    ['was made twice there', wrong({ helpdesk: [there, there] }), ['ticket 4 of contoso is 2 times at webhook']],
    [
      'is another one there',
      wrong({ helpdesk: [{ ...there, number: 5 }] }),
      ['ticket 4 of contoso is another one at webhook'],
    ],
    [
      'is there only',
      wrong({ helpdesk: [there, { ...there, caseId: 'case 9' }] }),
      ['case case 9 at webhook is not in the database'],
    ],
    ['was not told in full', wrong({ events: [0] }), ['of ticket 4 of contoso, webhook was told 0, not 0,1']],
    ['was told in another order', wrong({ events: [1, 0] }), ['of ticket 4 of contoso, webhook was told 1,0, not 0,1']],
  ])('%s', (_what, found, expected) => expect(found).toEqual(expected));

  test('was opened twice for one case of one person', () => {
    const again = { ...kept, number: 5, caseId: 'case 5' };
    const copies = [there, { ...there, caseId: 'case 5', number: 5 }];
    expect(wrong({ database: [kept, again], helpdesk: copies })).toContain(
      'mia of contoso has 2 tickets in the database',
    );
  });
});
