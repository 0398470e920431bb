// Ways on that many moments have in common.

import type { Case, Told } from '../case/dialog.js';
import type { Standing } from '../case/standing.js';
import type { Meaning } from '../meaning.js';
import type { Words } from '../words/en.js';
import type { Option, Place } from './option.js';

/** Makes them for a case as it stands. */
export class CommonWays {
  readonly standing: Standing;
  readonly words: Words;
  readonly #isBeginning: boolean;

  constructor(kase: Case, standing: Standing, words: Words) {
    this.standing = standing;
    this.words = words;
    this.#isBeginning = kase.told.length === 0;
  }

  titleOf(issue: number): string {
    return this.standing.entries[issue]?.issue.title ?? '';
  }

  isGuide(issue: number | undefined): boolean {
    return issue !== undefined && this.standing.entries[issue]?.issue.kind === 'guide';
  }

  tell(place: Place, verb: string, label: string, told: Told, meanings: readonly Meaning[], value?: string): Option {
    return { place, verb, label, meanings, does: { kind: 'tell', told }, ...(value === undefined ? {} : { value }) };
  }

  /** None where there is nothing to go back to. */
  back(place: Place = 'extra', label: string = this.words.choices.back): Option[] {
    return this.#isBeginning ? [] : [{ place, verb: 'back', label, meanings: ['back'], does: { kind: 'back' } }];
  }

  helpdesk(place: Place): Option {
    return this.tell(place, 'helpdesk', this.words.choices.helpdesk, { kind: 'asked-helpdesk' }, ['helpdesk']);
  }

  restart(place: Place): Option {
    const { restart } = this.words.choices;
    return { place, verb: 'restart', label: restart, meanings: ['restart'], does: { kind: 'restart' } };
  }

  /** @param step 0-based; after which it began to work. */
  works(place: Place, issue?: number, repair?: string, step?: number): Option {
    const { isSetUp, works } = this.words.choices;
    const told: Told = {
      kind: 'fixed',
      ...(issue === undefined ? {} : { issue }),
      ...(repair === undefined ? {} : { repair }),
      ...(step === undefined ? {} : { step }),
    };
    return this.tell(place, 'works', this.isGuide(issue) ? isSetUp : works, told, ['works']);
  }

  somethingElse(issue: number, place: Place): Option {
    const meanings: readonly Meaning[] = place === 'extra' ? ['none', 'no'] : ['none'];
    return this.tell(place, 'reject', this.words.choices.somethingElse, { kind: 'rejected', issue }, meanings);
  }

  noneOfThese(place: Place, issues: readonly number[]): Option {
    const told: Told = { kind: 'rejected-all', issues: [...issues] };
    return this.tell(place, 'none', this.words.choices.noneOfThese, told, ['none']);
  }

  otherWays(place: Place): Option {
    return this.tell(place, 'other-ways', this.words.choices.otherWays, { kind: 'looked-around' }, ['other']);
  }
}
