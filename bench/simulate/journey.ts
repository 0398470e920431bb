// How a case went, whoever led through it.

import { costOfRepair, handOverCost } from '../../bot/decide/costs.js';
import type { Check } from '../../knowledge/index.js';
import { costOfCheck, type Repair } from '../../knowledge/troubleshoot/index.js';

export interface Journey {
  /** Until it worked, the helpdesk's time included where it came to that. */
  readonly minutes: number;
  readonly questions: number;
  readonly repairs: number;
  readonly handedOver: boolean;
}

export const setOut: Journey = { minutes: 0, questions: 0, repairs: 0, handedOver: false };

export function asked(journey: Journey, check: Check): Journey {
  return { ...journey, minutes: journey.minutes + costOfCheck(check), questions: journey.questions + 1 };
}

export function repaired(journey: Journey, repair: Repair): Journey {
  return { ...journey, minutes: journey.minutes + costOfRepair(repair), repairs: journey.repairs + 1 };
}

export function handedOver(journey: Journey): Journey {
  return { ...journey, minutes: journey.minutes + handOverCost, handedOver: true };
}
