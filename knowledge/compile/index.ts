// The public names of the compiler, listed one by one.

export { type Compiled, checkReferences, compileArticle, type Outline } from './compile-article.js';
export { escapeInline, plainText } from './inline.js';
