// The public names of the compiler, listed one by one. Apart from those of the knowledge base: who only asks it need not load
// what reads Markdown.

export { portionOf } from '../indexing/portion.js';
export { outlineOf } from '../indexing/references.js';
export { type Compiled, compileArticle } from './compile-article.js';
