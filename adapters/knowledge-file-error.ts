/**
 * `missing`: nothing at the path. `empty`: no article in it. `unreadable`: the file system refuses. `ambiguous`: two
 * articles of one name. `unusable`: a snapshot that cannot be opened.
 */
export class KnowledgeFileError extends Error {
  override readonly name = 'KnowledgeFileError';
  constructor(
    readonly code: 'missing' | 'empty' | 'unreadable' | 'ambiguous' | 'unusable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
