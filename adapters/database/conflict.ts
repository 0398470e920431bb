// What ends a transaction whose change was decided on something that is no longer so.

/** Somebody else wrote first: roll back, and say so. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}
