// For which situation an author writes something: "If AD FS is still running, …", "In Windows 10: …".

// Not "In the **Name** box, …", nor "if possible".
const situation =
  /^(?:if (?!this|that|these|those|it|so|not|none|nothing|possible|necessary|needed|required|applicable|desired|prompted|you are prompted)[^,:]{4,90}|(?:for|in|on) (?:microsoft |windows |sql server |version |dynamics |internet explorer |office |exchange )[^,:]{1,60}(?:, version [\d.]+)?)(?=[,:] )/i;

/** @param text Plain. @returns What stands before the comma or colon; undefined where none is named. */
export function situationIn(text: string): string | undefined {
  return situation.exec(text)?.[0];
}
