import { expect, jest, test } from '@jest/globals';
import { candidateWith } from '../../../knowledge/match/candidate-with.js';
import { knowledge } from '../shipped.js';

const [first] = knowledge.diagnose('CMGConnector_Forbidden').candidates;
if (first === undefined) throw new Error('the pack knows this status text');

test('changes what it is told to', () => {
  const evidence = [{ line: 3, text: 'CMGConnector_Forbidden', why: 'it does' }];
  expect(candidateWith(first, { confidence: 0.5 })).toEqual({ ...first, confidence: 0.5 });
  expect(candidateWith(first, { evidence })).toEqual({ ...first, evidence });
});

test('looks at nothing before it is looked at', () => {
  const look = jest.fn(() => first);
  const candidate = {
    get article() {
      return look().article;
    },
    get issue() {
      return look().issue;
    },
    confidence: 1,
    get evidence() {
      return look().evidence;
    },
  };
  const changed = candidateWith(candidate, { confidence: 0.5 });
  expect(look).not.toHaveBeenCalled();
  expect(changed).toEqual({ ...first, confidence: 0.5 });
});
