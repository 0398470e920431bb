// Who passes an error on tells what he was doing first, in words of his own: "Error deleting disk: Failure sending request:
// StatusCode=409 -- Original Error: Code=DiskIsAttached". So do answers of Azure: {"code":"DeploymentFailed","details":[{"code":
// "DiskIsAttached". What stands behind that is the fault.

const passesOn =
  /-- Original Error:|\\*"(?:details\\*": ?\[ ?|innererror\\*": ?|message\\*": ?\\*")(?=\{\s*\\*"(?:code|message|status|error)\\*")/i;
const mayPassOn = /Original Error:|": ?[[{"\\]/;

/** A part of a line. */
export interface Part {
  readonly text: string;
  /** `passes-on`: another part tells what; `passed-on`: it is what the others pass on. */
  readonly role?: 'passes-on' | 'passed-on';
}

/** @returns In order; the line itself where nothing is passed on. */
export function partsOf(line: string): Part[] {
  if (!mayPassOn.test(line)) return [{ text: line }];
  const texts = line.split(passesOn).map((text) => text.trim());
  if (texts.length < 2) return [{ text: line }];
  return texts.map((text, at) => ({ text, role: at < texts.length - 1 ? 'passes-on' : 'passed-on' }));
}
