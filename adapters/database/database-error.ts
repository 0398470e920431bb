// Why a database cannot be used.

/** `damaged`, `newer`, `unusable`: the message says what to do about it, and holds no password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  constructor(
    readonly code: 'damaged' | 'newer' | 'unusable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
