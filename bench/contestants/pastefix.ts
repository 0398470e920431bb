import { loadKnowledge } from '../../adapters/knowledge-files.js';
import { createKnowledge } from '../../knowledge/indexing/index.js';
import type { Contestant } from './contestant.js';

export const pastefix: Contestant = {
  name: 'Pastefix',
  how: 'a snapshot, opened',
  async prepare(source) {
    const knowledge = source === undefined ? createKnowledge([]) : await loadKnowledge([source]);
    return (paste) => {
      const { verdict, candidates } = knowledge.diagnose(paste);
      // Articles are read, and reasons given, when they are shown: of the best they always are.
      void candidates[0]?.article;
      void candidates[0]?.issue;
      void candidates[0]?.evidence;
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
