// The public names of the compiler, listed one by one.

export { type Compiled, checkReferences, compileArticle } from './compile-article.js';
export { escapeInline, plainText } from './inline.js';
