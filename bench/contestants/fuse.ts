import Fuse from 'fuse.js';
import { type Contestant, listed, mostMatches, wordsOf } from './contestant.js';
import { readDocuments } from './documents.js';

const longestQuery = 128;

export const fuse: Contestant = {
  name: 'Fuse.js',
  how: `titles only, since it compares a paste with every one of them; asked for each word of a paste once, ${longestQuery} characters at most`,
  async prepare(folder) {
    const titles = (await readDocuments(folder)).map(({ path, title }) => ({ path, title }));
    const index = new Fuse(titles, { keys: ['title'], ignoreLocation: true });
    return (paste) => {
      const found = index.search(wordsOf(paste).join(' ').slice(0, longestQuery), { limit: mostMatches });
      return () => listed(found.map(({ item }) => item.path));
    };
  },
};
