import type { Words } from './en.js';

/** The texts for a conversation of several people, where the bot hears only what is addressed to it: they say so. */
export function inCompany(words: Words): Words {
  const { welcome, ask, notices, mention } = words;
  return {
    ...words,
    welcome: { ...welcome, how: [...welcome.how, mention] },
    ask: { ...ask, valueHint: `${ask.valueHint} ${mention}`, another: `${ask.another} ${mention}` },
    notices: {
      ...notices,
      help: `${notices.help} ${mention}`,
      misunderstood: `${notices.misunderstood} ${mention}`,
      lost: `${notices.lost} ${mention}`,
    },
  };
}
