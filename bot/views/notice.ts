/** A word about what just happened that is not part of the case. */
export interface Notice {
  readonly text: string;
  readonly tone: 'quiet' | 'warning';
  /** The case has moved by it; otherwise what led to this moment has been said before and is not said again. */
  readonly moved?: true;
}
