// What the dialog costs people until their fault is gone, beside following articles; in simulated cases.

import { loadKnowledge } from '../../adapters/knowledge-files.js';
import { defaultArticles } from '../../adapters/project-folder.js';
import type { Knowledge } from '../../knowledge/index.js';
import { bars } from '../bars.js';
import { type Figure, type Measured, median } from '../figure.js';
import type { Setting } from '../part.js';
import { articlesIn } from '../simulate/articles-in.js';
import type { Journey } from '../simulate/journey.js';
import { type Simulated, simulate } from '../simulate/simulate.js';
import { listingSubjects, type Subject, sampledSubjects } from '../simulate/subject.js';
import { drawn, type World, worlds } from '../simulate/world.js';

/**
 * Cases of each issue. Articles of ours are few: with a hundred cases of each, chance moves the costs by two hundredths. With
 * four of each of the others it is five thousandths; what is held against the bars is measured with more.
 */
const rounds = { ours: 400, others: 4, othersHeld: 16 };

export async function measure(setting: Setting): Promise<Measured> {
  const figures: Figure[] = [];
  const add = (
    name: string,
    subjects: readonly Subject[],
    knowledge: Knowledge,
    each: (world: World) => number,
  ): void => {
    for (const world of worlds) {
      setting.progress(`dialog: ${name}, faults ${world.name}`);
      const cases = simulate(subjects, knowledge, world, each(world));
      figures.push(...figuresOf(`${name}, ${world.name}`, cases, world === drawn));
    }
  };
  const ours = defaultArticles();
  add('own articles', sampledSubjects(await articlesIn(ours)), await loadKnowledge([ours]), () => rounds.ours);
  const notes = [...notesOnAll];
  if (setting.articles !== ours) {
    setting.progress('dialog: articles that list several causes or repairs');
    const subjects = listingSubjects(await articlesIn(setting.articles));
    notes.push(`Several: ${subjects.length} articles that list several causes or repairs of one fault.`);
    add('several', subjects, await loadKnowledge([await setting.snapshot()]), (world) =>
      world === drawn ? rounds.othersHeld : rounds.others,
    );
  }
  return { figures, notes };
}

const notesOnAll: readonly string[] = [
  'Costs are minutes as the articles tell them, rights and risks counted as minutes, and two hours for the helpdesk. People do not know one answer in ten, and give a wrong one in twenty; asked to look once more, they correct half of the wrong ones and change a right one in fifty.',
  '“Beside the article”: candidates in the order of the diagnosis, and of each every repair from top to bottom, but for those that begin with a check which shows that all is well; then the helpdesk. “Beside a careful reader”: the candidate that they think it is comes first, and of its repairs the one for their own environment or situation. “Beside probability alone”: the likeliest issue first, all its questions, then its likeliest repair, with the beliefs of the bot and no eye to cost.',
  '“Beside knowing”: somebody who knows what is wrong does what helps and nothing else, or asks the helpdesk where that is quicker; nobody can do better.',
  'Bars hold for faults drawn from the knowledge: it is what the paste was taken from, and any of its repairs that fits what the paste shows is as likely to help; where the author says of repairs that any of them will do, each of them helps whom one would help.',
  'The other lines show how much hangs on that. Uniform: exactly one repair helps whatever the author says; in one case of ten none does, and in one of ten pastes that an author asks about it is something else that looks alike. As written: the same, but where any of them will do, each does. As believed: faults are as likely as the bot thinks once it has read the paste. Learned: as uniform, but some repairs help far more often than others, in no order that the author knew, and thirty earlier cases are known. A hundred earlier cases of others known: drawn as the bars have it, by a bot that knows how often, in cases of other articles that were drawn likewise, something helped that is not listed or it was another fault.',
];

/** @param held Against the bars. */
function figuresOf(name: string, cases: readonly Simulated[], held: boolean): Figure[] {
  const minutes = (of: (it: Simulated) => Journey): number => cases.reduce((sum, it) => sum + of(it).minutes, 0);
  const bot = minutes((it) => it.bot);
  const beside = (what: string, of: (it: Simulated) => Journey, bar?: Figure['bar'] & object): Figure => ({
    what: `${name}: cost beside ${what}`,
    unit: 'share',
    ours: bot / minutes(of),
    ...(bar === undefined || !held ? {} : { bar }),
  });
  const unclear = cases.filter(({ verdict, truth }) => verdict === 'ambiguous' && truth.issue !== undefined);
  const questions = unclear.map(({ bot: { questionsUntilFirst } }) => questionsUntilFirst ?? Number.POSITIVE_INFINITY);
  return [
    beside('the article', (it) => it.article, bars.besideArticle),
    beside('a careful reader', (it) => it.careful),
    beside('probability alone', (it) => it.probability, bars.besideProbability),
    beside('knowing', (it) => it.knowing),
    ...(questions.length === 0
      ? []
      : [
          {
            what: `${name}: questions until the right one is first`,
            unit: 'count',
            ours: median(questions),
            ...(held ? { bar: bars.questions } : {}),
          } as const,
        ]),
  ];
}
