// A choice as a button.

import { visible } from '../text/escape-markdown.js';
import type { Choice } from '../view.js';
import type { CardElement } from './card-element.js';

export function actionOf({ label, action, style }: Choice): CardElement {
  const title = visible(label);
  const data = { action };
  return {
    type: 'Action.Execute',
    title,
    verb: action.verb,
    data,
    ...(style === 'suggested' ? { style: 'positive' } : {}),
    fallback: {
      type: 'Action.Submit',
      title,
      // The answer says enough; a toast "your response was sent" would only stand in its way.
      msTeams: { feedback: { hide: true } },
      data,
      ...(style === 'suggested' ? { style: 'positive' } : {}),
    },
  };
}
