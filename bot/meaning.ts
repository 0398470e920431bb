// What a word that a person writes can mean, in any language.

export type Meaning =
  | 'done'
  | 'works'
  | 'cannot'
  | 'tried'
  | 'other'
  | 'cases'
  | 'summary'
  | 'pause'
  | 'back'
  | 'unknown'
  | 'skip'
  | 'yes'
  | 'no'
  | 'helpdesk'
  | 'steps'
  | 'none'
  | 'more'
  | 'restart'
  | 'help'
  | 'thanks'
  | 'hello';
