// The YAML that nearly all front matter is written in: one `key: text` a line. A full parser takes longer over such a
// block than Markdown's lexer does over the article below it.

// Starts with a letter, so it is no number and none of YAML's other notations; or is a day or a version, which YAML takes
// as text; or stands in quotes and has none within, nor a backslash where that means something.
const line =
  /^([A-Za-z][\w.-]{0,60}):(?: +(?:([A-Za-z][^\t]*|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}|\d+\.\d+\.[\d.]*\d)|"([^"\\\t]*)"|'([^'\t]*)'))? *$/;
const special = /:(?: |$)| #/;
const meant = /^(?:true|false|null)$/i;

/**
 * @param yaml Lines end in `\n`.
 * @returns Texts by key, those without one left out; undefined when some line is anything but a key with a plain text,
 * a comment or blank, or a key comes twice: then only a YAML parser can tell.
 */
export function readPlainYaml(yaml: string): Readonly<Record<string, string>> | undefined {
  const seen = new Set<string>();
  const texts: Record<string, string> = {};
  for (const written of yaml.split('\n')) {
    if (written === '' || written.startsWith('#')) continue;
    const found = line.exec(written);
    const key = found?.[1];
    if (key === undefined || seen.has(key) || meant.test(key)) return undefined;
    seen.add(key);
    const text = found?.[2]?.trimEnd();
    if (text !== undefined && (special.test(text) || meant.test(text))) return undefined;
    const said = text ?? found?.[3] ?? found?.[4];
    if (said !== undefined) texts[key] = said;
  }
  return texts;
}
