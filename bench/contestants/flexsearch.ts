import { Index } from 'flexsearch';
import { type Contestant, listed, mostMatches } from './contestant.js';
import { readDocuments } from './documents.js';

export const flexsearch: Contestant = {
  name: 'FlexSearch',
  how: 'title and text in one, with its context index (neighbouring words), without which it finds about half as much; suggestions on, since it otherwise wants every word',
  async prepare(folder) {
    const index = new Index({
      tokenize: 'strict',
      resolution: 9,
      context: { depth: 1, resolution: 9, bidirectional: false },
    });
    const paths = (await readDocuments(folder)).map(({ id, path, title, text }) => {
      index.add(id, `${title}\n${text}`);
      return path;
    });
    return (paste) => {
      const found = index.search(paste, { suggest: true, limit: mostMatches });
      return () => listed(found.map((id) => paths[Number(id)] ?? ''));
    };
  },
};
