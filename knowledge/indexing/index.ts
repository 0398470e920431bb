// The public names of what makes a knowledge base from articles. Apart from those of the knowledge base, and of what reads
// Markdown: neither needs the other.

export { createKnowledge } from './create-knowledge.js';
export type { Portion } from './portion.js';
export { checkReferences, type Outline } from './references.js';
export { SnapshotBuilder } from './snapshot-builder.js';
