// What a person fills in when a case is handed over; all of it is filled in already.

import { z } from 'zod';
import type { Case } from '../case/dialog.js';
import type { Standing } from '../case/standing.js';
import { visible } from '../text/escape-markdown.js';
import { issueTitle } from '../text/issue-title.js';
import { asSent } from '../text/redact/as-sent.js';
import type { Masks } from '../text/redact/masks.js';
import type { Redactor } from '../text/redact/redactor.js';
import { issueInQuestion } from './fingerprint.js';
import { type FormField, formFields, type TicketForm } from './form-fields.js';
import { severities } from './ticket.js';

const longest = { summary: 200, contact: 200 };
const mostDevices = 10_000_000;

/** What stands in the form as long as nobody has changed it. */
export function emptyForm(kase: Case, standing: Standing): TicketForm {
  const issue = issueInQuestion(kase, standing);
  const entry = issue === undefined ? undefined : standing.entries[issue];
  const title = entry && issueTitle(entry);
  const [code] = kase.codes;
  const named = code === undefined ? undefined : [code.value, ...code.names.slice(0, 1)].join(' ');
  const line = kase.issues[0]?.evidence[0]?.text ?? kase.paste.text.split('\n').find((it) => it.trim() !== '');
  const summary = (title ?? named ?? line ?? '').trim();
  return { summary: summary.slice(0, longest.summary), severity: 'normal', devices: 0, contact: '' };
}

const inputs = {
  summary: z.string(),
  severity: z.enum(severities),
  // People write "12", "about 12" and "12 devices".
  devices: z.string().transform((text, context) => {
    if (text.trim() === '') return 0;
    const [number] = /\d{1,9}/.exec(text) ?? [];
    if (number !== undefined && Number(number) <= mostDevices) return Number(number);
    context.addIssue('not a number');
    return z.NEVER;
  }),
  contact: z.string(),
};

export interface ReadForm {
  /** What is hidden in it, and in the case. */
  readonly masks: Masks;
  /** What was filled in and can be used, secrets hidden; absent fields stay as they are. */
  readonly filled: Partial<TicketForm>;
  /** Fields that hold something else than they should. */
  readonly broken: readonly FormField[];
  /** Whether something is hidden in what was filled in, or cut off. */
  readonly isAltered: boolean;
}

/** @param given Text by field; whatever else it holds is left alone. */
export function readForm(given: Readonly<Record<string, string>>, redactor: Redactor): ReadForm {
  const { summary, severity, devices, contact } = {
    summary: inputs.summary.safeParse(given['summary']),
    severity: inputs.severity.safeParse(given['severity']?.trim().toLowerCase()),
    devices: inputs.devices.safeParse(given['devices']),
    contact: inputs.contact.safeParse(given['contact']),
  };
  const title = summary.success ? asSent(summary.data, redactor, { longest: longest.summary, write: oneLine }) : '';
  // How to reach them is what they mean to tell: addresses and names stay.
  const reach = contact.success
    ? asSent(contact.data, redactor, { longest: longest.contact, spared: ['email', 'user'], write: oneLine })
    : undefined;
  return {
    filled: {
      ...(title === '' ? {} : { summary: title }),
      ...(severity.success ? { severity: severity.data } : {}),
      ...(devices.success ? { devices: devices.data } : {}),
      ...(reach === undefined ? {} : { contact: reach }),
    },
    isAltered:
      (summary.success && title !== oneLine(summary.data)) || (contact.success && reach !== oneLine(contact.data)),
    broken: formFields.filter(
      (field) => given[field] !== undefined && !{ summary, severity, devices, contact }[field].success,
    ),
    masks: redactor.masks,
  };
}

function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}
