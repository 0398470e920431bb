// Sentences that tell people to look whether something is as it should be.

const checks =
  /^(?:please )?(?:first,? |next,? |then,? |also,? )?(?:verify|check|make sure|ensure|confirm|double-?check|examine|review|determine|validate|test|see) (?:that |whether |if |for |to see )?/i;

/** @param text Plain. */
export function beginsWithCheck(text: string): boolean {
  return checks.test(text);
}
