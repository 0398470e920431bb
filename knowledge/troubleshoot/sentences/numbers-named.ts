// Which of the numbered things an author means: "Resolution for error 1 and error 2", "Scenario 2".

const numbered = /\b(?:cause|condition|reason|scenario|situation|issue|problem|error|symptom)s? #?(\d{1,2})\b/gi;

/** @param text Plain. @returns In order; `Resolution 2` counts repairs, and names none. */
export function numbersNamed(text: string): readonly number[] {
  return [...text.matchAll(numbered)].map(([, number]) => Number(number));
}
