// Who passes an error on tells what he was doing first, in words of his own: "Error deleting disk: Failure sending request:
// StatusCode=409 -- Original Error: Code=DiskIsAttached". What stands behind that is the fault.

const passesOn = '-- Original Error:';

/** A part of a line. */
export interface Part {
  readonly text: string;
  /** Another part tells what it only passes on. */
  readonly isWrapper: boolean;
}

/** @returns In order; the line itself where nothing is passed on. */
export function partsOf(line: string): Part[] {
  const texts = line.includes(passesOn) ? line.split(passesOn).map((text) => text.trim()) : [line];
  return texts.map((text, at) => ({ text, isWrapper: at < texts.length - 1 }));
}
