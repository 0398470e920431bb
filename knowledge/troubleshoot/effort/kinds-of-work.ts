// Kinds of work, told by the words of a step, with what they usually take. An article's author knows better and may say
// so; this is for the thousands of articles where nobody did.

import type { Effort } from '../../model.js';

interface KindOfWork {
  readonly says: RegExp;
  readonly minutes: number;
  readonly who?: Effort['who'];
  readonly risk?: Effort['risk'];
}

// "Do not delete", "before you restart", "without reinstalling": said of the work, not asking for it.
const notAsked = String.raw`(?<!\b(?:not|never|without|whether(?: to)?|n['’]t|cannot|no need to|avoid|(?:before|after|until|if|when|once|whenever)(?: you)?)\s)`;

/** @param words A pattern that begins with the verb. */
function asks(words: string): RegExp {
  return new RegExp(String.raw`${notAsked}\b(?:${words})`, 'i');
}

const servers =
  'servers?|site system|management point|distribution point|connection point|domain controllers?|IIS|Internet Information Services|SQL Server|Active Directory|Group Policy|GPO|clusters?|console|Hyper-V|hosts?|admin(?:istration)? center|Azure portal|Exchange|SharePoint|Intune';

const update = String.raw`\b(?:updates?|hotfix(?:es)?|patch(?:es)?|service packs?|cumulative|rollups?|KB ?\d{6,7})\b`;
// "This issue is fixed in …": nobody is told to install it, and yet that is what there is to do.
const fixedIn = String.raw`\b(?:is|was|are|has been) (?:now )?(?:fixed|resolved|corrected|addressed) in\b`;

/** A step may be of several kinds, or of none. */
export const kindsOfWork: readonly KindOfWork[] = [
  // Read and found out.
  {
    says: asks(
      String.raw`(?:open|go to|browse to|navigate to|locate|find|select|click|press|expand|choose|right-click|type)\b`,
    ),
    minutes: 0.5,
  },
  {
    says: asks(
      String.raw`(?:check|verify|make sure|ensure|confirm|compare|review|examine|look (?:at|for|in)|view|test)\b`,
    ),
    minutes: 1.5,
  },
  {
    says: asks(String.raw`(?:collect|capture|trace|enable (?:verbose|debug)|turn on (?:verbose|debug)|reproduce)\b`),
    minutes: 10,
  },
  { says: asks(String.raw`(?:wait)\b`), minutes: 10 },
  // Changed, and can be changed back.
  {
    says: asks(String.raw`(?:run|execute|enter) (?:\w+ ){0,3}(?:commands?|cmdlets?|scripts?|quer(?:y|ies))\b|run\b`),
    minutes: 2,
  },
  {
    says: asks(
      String.raw`(?:set|change|configure|clear|enable|disable|turn (?:on|off)|modify|edit|update the|add|remove|uncheck|assign|specify|rename|move|copy)\b`,
    ),
    minutes: 2,
  },
  { says: /\bregedit\b|\bregistry (?:editor|key|sub-?key|value|entry|hive)|\bHKEY_|\bHKLM\b/i, minutes: 4 },
  {
    says: asks(
      String.raw`(?:grant|give|assign|add|set|change|modify|configure)\b[^.]{0,80}\b(?:permissions?|rights?|privileges?|roles?)\b`,
    ),
    minutes: 4,
    who: 'administrator',
  },
  {
    says: asks(
      String.raw`(?:create|configure|edit|set|link|change|open|use|define)\b[^.]{0,60}\b(?:group polic(?:y|ies)|GPOs?)\b`,
    ),
    minutes: 6,
    who: 'administrator',
  },
  {
    says: asks(String.raw`(?:apply|install|download|obtain|get)\b[^.]{0,80}${update}`),
    minutes: 20,
    risk: 'interrupts',
  },
  { says: new RegExp(`${fixedIn}[^.]{0,80}${update}`, 'i'), minutes: 20, risk: 'interrupts' },
  { says: asks(String.raw`install\b`), minutes: 10 },
  {
    says: asks(String.raw`(?:upgrade|migrate)\b|update\b[^.]{0,60}\bto [^.]{0,60}\b(?:version|current branch|build)\b`),
    minutes: 60,
    who: 'administrator',
    risk: 'interrupts',
  },
  {
    says: new RegExp(
      String.raw`${fixedIn}(?![^.]{0,80}${update})[^.]{0,80}\b(?:versions?|current branch|20[12]\d|\d+\.\d)\b|\buse (?:[\w.#+-]+ ){1,8}(?:or )?(?:a )?(?:later|newer|more recent) versions?\b`,
      'i',
    ),
    minutes: 60,
    who: 'administrator',
    risk: 'interrupts',
  },
  { says: asks(String.raw`(?:back up|backup|export)\b`), minutes: 3 },
  {
    says: asks(String.raw`(?:redeploy|re-?create|rebuild|re-?provision|re-?publish|redistribute)\b`),
    minutes: 30,
    who: 'administrator',
    risk: 'interrupts',
  },
  { says: asks(String.raw`(?:deploy|distribute|roll out)\b`), minutes: 15, who: 'administrator' },
  // Restarted.
  {
    says: asks(String.raw`(?:restart|stop|start|recycle)\b[^.]{0,60}\bservices?\b|(?:net (?:stop|start)|iisreset)\b`),
    minutes: 2,
    risk: 'interrupts',
  },
  { says: asks(String.raw`(?:restart|reboot|recycle)\b(?![^.]{0,60}\bservices?\b)`), minutes: 5, risk: 'interrupts' },
  {
    says: asks(
      String.raw`(?:shut down|turn off|fail ?over)\b[^.]{0,40}\b(?:computers?|servers?|machines?|VMs?|devices?|nodes?|instances?)\b`,
    ),
    minutes: 5,
    risk: 'interrupts',
  },
  // Gone for good.
  {
    says: asks(
      String.raw`(?:delete|remove|purge)\b[^.]{0,60}\b(?:files?|folders?|director(?:y|ies)|keys?|sub-?keys?|entr(?:y|ies)|objects?|accounts?|databases?|tables?|rows?|records?|certificates?|profiles?|devices?|packages?|volumes?|partitions?|mailbox(?:es)?|items?|cache|computers?|stores?|clusters?|sites?)\b`,
    ),
    minutes: 3,
    risk: 'permanent',
  },
  {
    says: asks(
      String.raw`(?:reset|clear|empty)\b[^.]{0,40}\b(?:cache|passwords?|database|settings|store|catalog|log|queue)\b`,
    ),
    minutes: 3,
    risk: 'permanent',
  },
  {
    says: asks(
      String.raw`(?:re-?install|uninstall|reformat|re-?image|wipe)\b|format the\b|reset (?:this|the|your) (?:PC|computer|device)\b`,
    ),
    minutes: 30,
    risk: 'permanent',
  },
  {
    says: asks(String.raw`(?:restore|recover|repair)\b[^.]{0,60}\b(?:backups?|databases?|system state|snapshots?)\b`),
    minutes: 60,
    who: 'administrator',
    risk: 'permanent',
  },
  {
    says: asks(String.raw`(?:demote|promote|seize|force-?remove)\b`),
    minutes: 60,
    who: 'administrator',
    risk: 'permanent',
  },
  // Someone else's.
  {
    says: new RegExp(String.raw`\b(?:on|in|at|from|to|of|open) (?:\w+[ -]){0,4}(?:${servers})\b`, 'i'),
    minutes: 0.5,
    who: 'administrator',
  },
  {
    says: asks(
      String.raw`(?:request|issue|enroll|renew|obtain|get|create|generate|replace|import)\b[^.]{0,60}\bcertificates?\b`,
    ),
    minutes: 20,
    who: 'administrator',
  },
  {
    says: /\b(?:certification authority|certificate authority|certificate templates?|your PKI)\b/i,
    minutes: 5,
    who: 'specialist',
  },
  {
    says: asks(
      String.raw`(?:open|allow|unblock|configure|add|create|change|check|disable|exclude|update)\b[^.]{0,60}\b(?:firewalls?|prox(?:y|ies)|DNS (?:records?|zones?)|CNAME|routers?|load balancers?|ports?)\b`,
    ),
    minutes: 10,
    who: 'specialist',
  },
  { says: /\bglobal administrator\b|\btenant administrator\b|\badmin consent\b/i, minutes: 5, who: 'specialist' },
  {
    says: asks(
      String.raw`(?:contact|ask|work with|reach out to|call|open a (?:support )?(?:case|ticket|request)|create a support request)\b[^.]{0,60}\b(?:support|administrators?|team|vendors?|manufacturers?|providers?|partner|Microsoft)\b|open a (?:support )?(?:case|ticket|request)\b`,
    ),
    minutes: 45,
    who: 'specialist',
  },
];
