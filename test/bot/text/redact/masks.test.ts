import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Masks, noMasks, reconciled, relabelled } from '../../../../bot/text/redact/masks.js';
import { Redactor } from '../../../../bot/text/redact/redactor.js';

const names = ['mia.berg', 'ben.kurz', 'eva.lang', 'kai.ohm', 'noor.adan', 'cem.sahin'];
const name = fc.constantFrom(...names.flatMap((it) => [`CONTOSO\\${it}`, `FABRIKAM\\${it}`]));
const said = fc.array(name, { maxLength: 6 });

/** Goes on from some masks, with some names. */
function goOn(known: Masks, accounts: readonly string[]): { readonly masks: Masks; readonly text: string } {
  const redactor = new Redactor({ key: 'test' }, known);
  const text = accounts.map((it) => redactor.redact(`for ${it} with 5`)).join('\n');
  return { masks: redactor.masks, text };
}

describe('labels that a case and its ticket have given by themselves', () => {
  test('the same name is called as the ticket has it, another one gets another label', () => {
    const { masks } = goOn(noMasks('case'), ['CONTOSO\\mia.berg']);
    const ticket = goOn(masks, ['CONTOSO\\ben.kurz', 'CONTOSO\\eva.lang']);
    const kase = goOn(masks, ['CONTOSO\\eva.lang', 'CONTOSO\\kai.ohm']);
    expect(kase.text).toBe('for <user 2> with 5\nfor <user 3> with 5');
    const { renamed, masks: both } = reconciled(ticket.masks, kase.masks);
    expect(relabelled(kase.text, renamed)).toBe('for <user 3> with 5\nfor <user 4> with 5');
    expect(goOn(both, ['mia.berg', 'ben.kurz', 'eva.lang', 'kai.ohm', 'CONTOSO\\noor.adan']).text).toBe(
      [1, 2, 3, 4, 5].map((number) => `for <user ${number}> with 5`).join('\n'),
    );
  });

  test('stay, where both know the same', () => {
    const { masks, text } = goOn(noMasks('case'), ['CONTOSO\\mia.berg', 'CONTOSO\\ben.kurz']);
    expect(reconciled(masks, masks)).toEqual({ masks, renamed: new Map() });
    expect(relabelled(text, new Map())).toBe(text);
  });

  test('never mean two things, and nothing has two', () => {
    fc.assert(
      fc.property(said, said, said, (before, there, here) => {
        const { masks } = goOn(noMasks('case'), before);
        const [ticket, kase] = [goOn(masks, there), goOn(masks, here)];
        const { renamed, masks: both } = reconciled(ticket.masks, kase.masks);
        const again = (accounts: readonly string[]) => goOn(both, accounts).text;
        expect(again(there)).toBe(ticket.text);
        expect(again(here)).toBe(relabelled(kase.text, renamed));
      }),
    );
  });
});
