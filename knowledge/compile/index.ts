// The public names of the compiler, listed one by one. Apart from those of the knowledge base: who only asks it need not load
// what reads Markdown.

export { type Compiled, checkReferences, compileArticle, type Outline } from './compile-article.js';
