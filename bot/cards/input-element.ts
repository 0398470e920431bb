// A field of a form.

import { visible } from '../text/escape-markdown.js';
import type { Input } from '../view.js';
import type { CardElement } from './card-element.js';

/** Clients refuse to send more of one input. */
const longestInput = 2_000;

export function inputOf(input: Input): CardElement {
  const { id, label, value, type, hint } = input;
  const common = { id, label: visible(label), ...(hint === undefined ? {} : { placeholder: visible(hint) }) };
  switch (type.kind) {
    case 'line':
    case 'lines':
      return {
        type: 'Input.Text',
        ...common,
        value: visible(value),
        maxLength: longestInput,
        ...(type.kind === 'lines' ? { isMultiline: true } : {}),
      };
    case 'number':
      return { type: 'Input.Number', ...common, min: 1, ...(value === '' ? {} : { value: Number(value) }) };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...common,
        style: 'compact',
        value,
        choices: type.choices.map((choice) => ({ title: visible(choice.label), value: choice.value })),
      };
    default:
      return type satisfies never;
  }
}
