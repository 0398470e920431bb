// What something is for: a product, a system or a version of it, and nothing to do. "For Windows 8 client computers".

const product =
  'windows(?: server| vista| xp| nt| rt| me| \\d[\\d.]*)?|azure sql(?: database| managed instance)?|sql server|exchange(?: server| online)?|office|outlook|internet explorer|edge|dynamics(?: (?:crm|gp|nav|365|ax|sl))?|configuration manager|system center(?: \\d{4})?|operations manager|virtual machine manager|vmm|scom|sccm|mabs|dpm|sharepoint(?: server| online)?|skype for business|visual studio|\\.net framework|biztalk(?: server)?|red hat enterprise linux|rhel|suse(?: linux enterprise server)?|sles|ubuntu|centos|debian|linux|macos|ios|ipados|android|hyper-v';
const version =
  '(?:[(,]\\s*)?(?:\\d[\\w.()]*|r2|rtm|sp ?\\d|service pack \\d|version|versions|release|builds?|editions?|(?:64|32)-bit|x64|x86|and|or|,|/|&|later|earlier|newer|older|previous|only|all|other|enterprise|standard|professional|pro|home|essentials|cu ?\\d+|update \\d+|current branch|microsoft|based|-based)[),]?';
const machines =
  'clients?|client computers?|computers?|servers?|users?|machines?|devices?|hosts?|vms?|virtual machines?|systems?';
const named = new RegExp(
  `^(?:(?:for|in|on) )?(?:(?:all|other|a|the|any) )?(?:(?:${machines}) (?:that (?:is|are) )?running )?(?:microsoft )?(?:${product})(?:[ ,/-]+(?:${version}|[(]?(?:microsoft )?(?:${product})[)]?))*(?: (?:${machines}))?$`,
  'i',
);

/** @param words Plain text. @returns As it stands there without its preposition; undefined where it names anything else. */
export function environmentIn(words: string): string | undefined {
  const bare = words.trim().replace(/[.:]$/, '');
  const name = bare.replace(/^(?:for|in|on) /i, '');
  return bare.length <= longest && named.test(bare) && !everywhere.test(name) ? name : undefined;
}

const everywhere = /^(?:microsoft )?(?:windows|linux|office)$/i;

const longest = 80;

/** What a sentence says first about what it is for: "On Windows 10, use Edge". */
export function environmentAhead(sentence: string): string | undefined {
  const [, ahead = ''] =
    /^((?:for|in|on) [^:]{3,80}?)(?:, (?!version\b|sp\d|service pack|\d|and\b|or\b)|:)/i.exec(sentence) ?? [];
  return ahead === '' ? undefined : environmentIn(ahead);
}
