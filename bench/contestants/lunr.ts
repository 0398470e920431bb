import lunr from 'lunr';
import { type Contestant, listed } from './contestant.js';
import { readDocuments } from './documents.js';

export const lunrContestant: Contestant = {
  name: 'Lunr',
  how: 'title (twice as much) and text; asked for each of its own tokens of a paste once, past its query language, in which a colon is an error',
  async prepare(folder) {
    const documents = await readDocuments(folder);
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('title', { boost: 2 });
      builder.field('text');
      for (const document of documents) builder.add(document);
    });
    const paths = documents.map(({ path }) => path);
    return (paste) => {
      // An asterisk stands for any letters, and can make it throw.
      const tokens = new Set(lunr.tokenizer(paste.replaceAll('*', ' ')).map(String));
      const found = index.query((query) => query.term([...tokens], {}));
      return () => listed(found.map(({ ref }) => paths[Number(ref)] ?? ''));
    };
  },
};
