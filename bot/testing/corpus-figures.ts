/**
 * Prints how understanding does on its corpora: `npm run -s corpus`. Of `measure` only the figures: who mends for its
 * messages measures with it no more.
 */
import { CORPORA, corpus, figuresOf, heardAs, type Labelled } from './corpus.ts';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function show(message: Labelled): void {
  const { unit, text, expect } = message;
  print(`  ${unit}: ${JSON.stringify(text)}`);
  print(`    wanted ${JSON.stringify(expect)}`);
  print(`    got    ${JSON.stringify(heardAs(message))}`);
}

for (const name of CORPORA) {
  const { chatter, taken, meant, missed } = figuresOf(corpus(name));
  const right = (100 * (meant - missed.length)) / meant;
  print(
    `${name}: ${taken.length} of ${chatter} recorded or answered that should be none; ` +
      `${meant - missed.length} of ${meant} right in every field (${right.toFixed(1)} %)`,
  );
  if (name !== 'measure') [...taken, ...missed].forEach(show);
}
