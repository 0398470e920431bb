// What an article says it applies to, taken apart: "Microsoft SQL Server 2016 Developer, SQL Server 2017".

/** A product, and a version of it where one is named. */
export interface ProductName {
  /** `SQL Server` */
  readonly product: string;
  /** With the product, as people say it: `SQL Server 2016`; absent when the product is meant as such. */
  readonly version?: string;
}

// What people leave out, and authors as often.
const edition =
  /\bmicrosoft\b|[–-] all editions|\b(?:all editions|editions?|enterprise|standard|datacenter|professional|developer|express)\b/gi;
const family = /^system center (?=\w)/i;
const version =
  /\b(?:version\s+)?(?:\d[\w.]*|R2|SP\s?\d|service pack \d)\b|\((?:current branch|version [^)]*)\)|\bcurrent branch\b/gi;

// "Internet Explorer 9 and later versions".
const openEnd = /^(?:the )?(?:later|newer|earlier|older|all|other)(?: versions?)?$/i;

/** @param text As the author wrote it. */
export function productNames(text: string): ProductName[] {
  const names: ProductName[] = [];
  let before = '';
  for (const part of text.split(/[,;]|\s(?:and|or)\s/)) {
    const whole = tidy(part.replace(edition, ' '));
    const own = tidy(whole.replace(version, ' ')).replace(family, '');
    const product = own || before;
    if (product === '' || openEnd.test(own)) continue;
    before = product;
    names.push(
      whole.search(version) >= 0 ? { product, version: own === '' ? `${product} ${whole}` : whole } : { product },
    );
  }
  return names;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
