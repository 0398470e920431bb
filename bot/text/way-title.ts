import type { Repair } from '../../knowledge/troubleshoot/index.js';

/**
 * @param workaround The word for one.
 * @returns What a repair is called among others, plain text; empty where its author gives it no name.
 */
export function wayTitle({ kind, title }: Repair, workaround: string): string {
  if (kind !== 'workaround' || title.toLowerCase().includes(workaround.toLowerCase())) return title;
  return title === '' ? workaround : `${workaround}: ${title}`;
}
