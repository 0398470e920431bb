import type { Entry } from '../case/standing.js';

/** Words from which on a heading says what it is about wherever it stands. */
const enough = 5;

/**
 * @returns What an issue is called among those of other articles, plain text. "Common issues" says little outside its article,
 *   so that is told with it.
 */
export function issueTitle({ article, issue }: Pick<Entry, 'article' | 'issue'>): string {
  const isClear = issue.title === article.title || issue.title.split(' ').length >= enough;
  return isClear ? issue.title : `${issue.title} (${article.title})`;
}
