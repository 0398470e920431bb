// Words that stand in any text and tell nothing by themselves. Among thousands of articles they show themselves by being
// everywhere; among a handful, `why` would look as rare as the name of a fault. Phrases keep them.

import { hashText } from './tokens.js';

const words = `
again appear appears application applications available cause caused change changed check click close code command complete completed
computer computers contact contains content continue correct correctly create created current data date default description detail
details different due enabled entry error errors event exception execute executed exists fail failed failing fails failure
file files following follows given group id include includes incorrect info information initialize invalid issue item items level list
load loaded local log logs main manager match message messages method microsoft mode module multiple name named names number object
occur occurred occurs open opened operation operations option options output parameter part path perform performed
present problem process processes processing program provide provided provider read reason receive received request requested
requests require required requires response result results return returned returns run running runs save select selected server
service services set setting settings show source specified start started starting state status step stop stopped success
successfully support supported system task test text times tool type types unable unexpected unknown user users valid value values
version view warning windows work working write
a about above after again all also am an and any are aren as ask at be because been before being below between both but by
came can cannot come could couldn did didn do does doesn doing don done down during each either else ever every few find first
fix for found from further gave get gets getting give given go goes going good got had has hasn have haven having he hello
help her here hey hi him his how however i if in instead into is isn it its itself just keep keeps know last let like
look looks made make makes many may maybe me means might more most much must my need needs never new next no nor not now of off
ok old on once one only or other our out over own per please pm possible put really same say says second see seem seems seen
several she should show shows since so some someone something still such sure take than thank thanks that the their them then
there these they thing things this those though through time to today too tried try trying two under until up upon us use used
uses using very via want was wasn way we well went were weren what when where which while who whole whose why will with within
without won would wouldn yes yesterday yet you your
aber alle als am an auch auf aus bei beim bin bis bitte da das dass dem den der des die dies diese dieser doch ein eine einem
einen einer er es für gibt hat habe haben hallo hier ich im in ist ja kann keine kommt man mein mich mit nach nein nicht noch nur
oder schon sein seit sich sie sind so und uns vom von vor war warum was wenn wer wie wir wird wo zu zum zur über
`;

// Asked for every word of every article: a table with room to spare, in which the place of a word follows from its hash.
const mask = 0xfff;
const table = new Int32Array(mask + 1);
for (const word of words.split(/\s+/)) if (word !== '') table[placeOf(hashText(word))] = hashText(word);

/** @param hash Of a lower-case token. */
export function isCommonWord(hash: number): boolean {
  return table[placeOf(hash)] === hash;
}

/** @param word In lower case. */
export function isEverydayWord(word: string): boolean {
  return isCommonWord(hashText(word));
}

/** Where a hash stands, or would. */
function placeOf(hash: number): number {
  let place = hash & mask;
  while (table[place] !== 0 && table[place] !== hash) place = (place + 1) & mask;
  return place;
}
