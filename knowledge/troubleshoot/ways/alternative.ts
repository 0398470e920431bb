import type { Block } from '../../model.js';

/** One of several ways that an author lists within one resolution. */
export interface Alternative {
  /** `variant`: the author says for which situation it is. */
  readonly kind: 'alternative' | 'variant';
  /** Its author says that any of them will do. */
  readonly anyWillDo?: boolean;
  /** Plain text. */
  readonly title: string;
  /** Never empty. */
  readonly blocks: readonly Block[];
}
