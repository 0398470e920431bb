// The words of the knowledge base: what an article says, once compiled. Plain data; everything else in
// knowledge/ turns text into these or finds one of them again.

/** One source document. */
export interface ArticleInfo {
  /** Path below the folder it was read from, with forward slashes: `cmg/forbidden.md`. Identifies the article. */
  readonly path: string;
  readonly title: string;
  /** Plain text that says what it is about, a sentence or two a line; may be empty. */
  readonly summary: string;
  /** As written by the author: `Configuration Manager (current branch)`. */
  readonly product?: string;
  /** Day of the last change, `2025-02-28`. */
  readonly updated?: string;
  /** Digits only, in order of mention. */
  readonly kbNumbers: readonly string[];
  /** Public address of the article itself. */
  readonly url?: string;
  /** Documents that the article was written from; empty for a document that is its own source. */
  readonly sources: readonly Source[];
  /** The way that the requests take which the articles of this folder are about. */
  readonly route?: Route;
  /** Log lines that are not the fault, whatever they say. */
  readonly asides?: readonly Aside[];
}

/** Lines that a log holds besides the fault. */
export interface Aside {
  /** `harmless`: healthy logs have them too. `consequence`: they follow from a failure that another line names. */
  readonly kind: 'harmless' | 'consequence';
  /** Whole messages, letter case and log markup aside; `*` stands for any text: `Not allowed cert: *`. */
  readonly lines: readonly string[];
  /** Why, as the end of a sentence; plain text. */
  readonly because: string;
}

/** The way of a request, in order, for all articles in the folder of the one that describes it, and below. */
export interface Route {
  /** What a request gets past one after the other. An issue says at which it fails. */
  readonly stages: readonly string[];
  /** The machines it passes, one after the other; empty where only the stages are known. */
  readonly machines: readonly Machine[];
  /** Those that tell of it; of logs that are as good as each other, the one to ask for first. */
  readonly logs: readonly RouteLog[];
  /** What a machine puts before the path that is asked for; `*` for one part of it: `/CCM_Proxy_MutualAuth/*`. */
  readonly prefixes: readonly string[];
}

export interface Machine {
  /** What it is called within the route: `connection-point`. */
  readonly id: string;
  /** As spoken of: `the server with the CMG connection point`. */
  readonly name: string;
  /** Beginnings of the names that it answers with, and others log: `CMGConnector_`. */
  readonly answers: readonly string[];
  /** Texts that only its own logs hold. */
  readonly writes: readonly string[];
  /** Texts with which its logs report a failure, though no word of them says so: `_FLAG_`. */
  readonly fails: readonly string[];
}

/** A log on the way of a request. */
export interface RouteLog {
  /** `LocationServices.log` */
  readonly file: string;
  /** Id of a machine. */
  readonly machine: string;
  /** Inline Markdown: the whole path, in a code span. */
  readonly path: string;
  /** Inline Markdown: what else has to be known to find it. */
  readonly note?: string;
  /** Components that write into it; one of the name of the file is understood. */
  readonly components: readonly string[];
  /** Of its times, where they do not say so themselves. */
  readonly clock: 'local' | 'utc';
  /** Minutes until something that happened can be read in it. */
  readonly delay: number;
  /** Inline Markdown: the setting that makes it tell more, and how to switch it on. */
  readonly verbose?: string;
  /** By stage, in inline Markdown: what to look for in it when requests fail there. */
  readonly shows: Readonly<Record<string, string>>;
}

/** A document with what it holds: one or more issues, in the order in which they stand in the text. */
export interface Article extends ArticleInfo {
  readonly issues: readonly Issue[];
}

export interface Source {
  readonly title: string;
  readonly url: string;
}

/** One fault, or one how-to guide. */
export interface Issue {
  /**
   * Slug of its heading, unique within the article: `error-code-403-cmgconnector-forbidden`; with `*` and a number behind it for
   * a row of a table below that.
   */
  readonly id: string;
  readonly kind: 'fault' | 'guide';
  readonly title: string;
  /** 1-based line of its heading in the article. */
  readonly line: number;
  /** Where on the route of its article a request fails; one of its stages. */
  readonly stage?: string;
  readonly symptoms: readonly Block[];
  readonly causes: readonly Block[];
  readonly checks: readonly Check[];
  /** Ways to repair it. Several variants: one of them fits the environment. Several alternatives: tried in order. */
  readonly resolutions: readonly Resolution[];
  readonly workaround: readonly Block[];
  readonly more: readonly Block[];
  /** Pastes that must find this issue, and pastes that look alike and must not. */
  readonly samples: readonly string[];
  readonly nearMisses: readonly string[];
}

/** A piece of prose or log. `text` is inline Markdown: emphasis, code and links only. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** Quoted or fenced output, line breaks kept; `file` when the text names the log it comes from. */
  | { readonly kind: 'log'; readonly text: string; readonly file?: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Step[] }
  /** First row is the header. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'note';
      readonly tone: 'note' | 'tip' | 'important' | 'warning' | 'caution';
      readonly blocks: readonly Block[];
    };

/** A list item: its own text, then whatever stands below it, nested lists included. */
export interface Step {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface Resolution {
  /** `variant`: one of several environments ("Enhanced HTTP"). `alternative`: one of several tries ("Method 2"). */
  readonly kind: 'only' | 'variant' | 'alternative';
  /** Slug of its heading; that of the issue's "Resolution" heading when there is just one. */
  readonly id: string;
  /** Heading; empty for `only`. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Heading of the cause that it stands below, where causes have repairs of their own: `Cause 2: The port is closed`. */
  readonly cause?: string;
  /** What the author says it takes; the rest follows from the wording of the steps. */
  readonly effort?: Partial<Effort>;
  /** The issue of the article that tells it, where this one has no repair of its own. */
  readonly from?: Pick<Issue, 'id' | 'title'>;
}

/** What a repair takes. */
export interface Effort {
  /** Of a person's time, waiting included. */
  readonly minutes: number;
  /** Who has the rights: anyone on the own machine, an administrator of the servers, or another team (network, PKI, tenant). */
  readonly who: 'anyone' | 'administrator' | 'specialist';
  /** `interrupts`: something is restarted or redeployed. `permanent`: what is deleted or reset stays so. */
  readonly risk: 'none' | 'interrupts' | 'permanent';
}

/** A follow-up question. */
export type Check =
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly question: string;
      /** How to find the answer; empty when the question speaks for itself. */
      readonly how: readonly Block[];
      /** At least two. "Don't know" is always possible and never listed. */
      readonly answers: readonly Answer[];
      /**
       * Made from the text of the issue, not written by its author: from symptoms that it counts, from causes and their
       * repairs, from variants of the repair, from what must be so for a repair to fit, from a check that a repair begins
       * with, from a passage that says how to verify the fault, from the versions that have it.
       */
      readonly derived?: 'symptom' | 'cause' | 'variant' | 'condition' | 'check' | 'verify' | 'version';
      /** What the author says finding the answer takes. */
      readonly effort?: Partial<Effort>;
    }
  /** A value the person types, held against rules: a name, a version. */
  | {
      readonly kind: 'value';
      readonly id: string;
      readonly question: string;
      readonly how: readonly Block[];
      /** Finds the value in a paste; its first group is the value. Absent: the value is always asked for. */
      readonly found?: string;
      /** All must hold. `pattern` is a regular expression over the whole value. */
      readonly rules: readonly { readonly pattern: string; readonly message: string }[];
      /** What the author says finding the value takes. */
      readonly effort?: Partial<Effort>;
    };

export interface Answer {
  /** Short enough for a button: `Yes`, `Enhanced HTTP`. */
  readonly label: string;
  /** What the answer tells; inline Markdown, may be empty. */
  readonly text: string;
  readonly leads: Lead;
  /** A regular expression that finds the answer in a paste. Absent: only a label that is a name or a code is found there. */
  readonly shown?: string;
}

/** Where an answer leads. */
export type Lead =
  /** This issue is the right one. */
  | { readonly kind: 'confirms' }
  /** This issue is not the right one. */
  | { readonly kind: 'excludes' }
  /** Another issue is the right one. */
  | { readonly kind: 'issue'; readonly ref: IssueRef }
  /** This issue, and one of its repairs of these ids; never empty. The fewer, the more the answer tells. */
  | { readonly kind: 'resolution'; readonly ids: readonly string[] };

/** Names one issue among all articles. */
export interface IssueRef {
  /** Article path. */
  readonly article: string;
  /** Issue id within it. */
  readonly issue: string;
}

/** A fault in an article, for its author. Printed as `cmg/forbidden.md:14 no-cause: …`. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Stable name, explained in knowledge/README.md. */
  readonly rule: string;
  /** What to change. */
  readonly message: string;
}
