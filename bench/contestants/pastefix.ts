import { loadKnowledge } from '../../adapters/knowledge-files.js';
import { createKnowledge } from '../../knowledge/index.js';
import type { Contestant } from './contestant.js';

export const pastefix: Contestant = {
  name: 'Pastefix',
  how: 'a snapshot, opened',
  async prepare(source) {
    const knowledge = source === undefined ? createKnowledge([]) : await loadKnowledge([source]);
    return (paste) => {
      const { verdict, candidates } = knowledge.diagnose(paste);
      // Articles are read when they are shown: the best always is.
      void candidates[0]?.article;
      void candidates[0]?.issue;
      return () => ({
        verdict,
        matches: candidates.map(({ article, issue, confidence }) => ({
          article: article.path,
          issue: issue.id,
          confidence,
        })),
      });
    };
  },
};
