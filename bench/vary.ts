// Another article with the same words: what names one thing is changed, the same way each time.

/**
 * Changes the identifiers of a text: digits of codes, GUIDs and numbers, ends of names such as `CMGConnector_Forbidden`.
 *
 * @param copy 0 to 9: 0 changes nothing, and no two make the same of an identifier.
 */
export function vary(text: string, copy: number): string {
  return copy === 0 ? text : text.replace(/\w+/g, (word) => varyWord(word, copy));
}

function varyWord(word: string, copy: number): string {
  // Short numbers count things; of a code the end tells it from others of its kind.
  if (/^(?:0x[\da-f]+|\d{3,}|(?=\D*\d)[\da-f]{8,})$/i.test(word)) return varyDigits(word, copy);
  // Names are what nobody writes in a sentence: `dnsRecord`, `IIS_IUSRS`.
  if (/[a-z][A-Z]|[A-Za-z]_[A-Za-z]/.test(word)) return word + 'abcdefghij'.charAt(copy);
  return word;
}

function varyDigits(word: string, copy: number): string {
  const kept = Math.max(0, word.length - 4);
  return word.slice(0, kept) + word.slice(kept).replace(/\d/g, (digit) => String((Number(digit) + copy) % 10));
}
