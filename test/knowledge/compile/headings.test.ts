import { expect, test } from '@jest/globals';
import { type Siblings, siblings } from '../../../knowledge/compile/headings.js';

test.each<{ headings: readonly string[]; expected: Siblings }>([
  { headings: ['Enhanced HTTP', 'HTTPS'], expected: 'variants' },
  { headings: ['For version 1910', 'For version 1906 and 1902'], expected: 'variants' },
  { headings: ['Use the Serial Console', 'Offline repair'], expected: 'variants' },
  { headings: ['The OU is not synchronised', 'Hybrid join is not configured'], expected: 'variants' },
  { headings: ['Verify DNS', 'Check the binding', 'Reset the Hosts file'], expected: 'alternatives' },
  { headings: ['How to restart it', 'How to replace it'], expected: 'alternatives' },
  { headings: ['Process overview', 'Free up space', 'Fix the disk'], expected: 'sequence' },
  { headings: ['Create a repair VM', 'Fix the partition', 'Rebuild the VM'], expected: 'sequence' },
  { headings: ['Attach the OS disk', 'Enable dump logs'], expected: 'sequence' },
  { headings: ['Enable dump logs', 'Optional: analyze them'], expected: 'sequence' },
])('$headings', ({ headings, expected }) => expect(siblings(headings)).toBe(expected));
