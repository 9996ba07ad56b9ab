import { bulletinPicture } from '../documents/bulletin/bulletin-picture.ts';
import { bulletinWord } from '../documents/bulletin/bulletin-word.ts';
import { composeBulletin } from '../domain/bulletin/compose.ts';
import { builtin } from '../house.ts';
import { gatherFacts } from '../services/bulletins/gather-facts.ts';
import { DEMO_OPENS } from '../services/demo/demo-clock.ts';
import { loadDemo } from '../services/demo/load-demo.ts';
import { absolute, median, type Row } from './finding.ts';
import { onScratch } from './scratch.ts';

const ROUNDS = 9;
const WANTED = { kind: 'monthly', period: '2026-05', chapter: '' } as const;
const STREET = '示例街道';

/** The milliseconds that this process computed for: what one core took, whatever else the machine does. */
async function computed<T>(work: () => T | Promise<T>, keep: number[]): Promise<T> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  keep.push((user + system) / 1000);
  return done;
}

/** The monthly bulletin of the demo year, composed from its facts and set as a Word file and a picture. */
export const bulletin: Row = (arena) =>
  onScratch(arena, async ({ store, context }) => {
    const domainId = await loadDemo(store.db, context, builtin(), DEMO_OPENS);
    const ctx = context(domainId, () => DEMO_OPENS);
    const spent = {
      compose: [] as number[],
      word: [] as number[],
      picture: [] as number[],
      all: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round++) {
      const facts = await ctx.transaction((tx) => gatherFacts(tx, WANTED, null));
      await computed(async () => {
        const content = await computed(() => composeBulletin(facts), spent.compose);
        await computed(() => bulletinWord(content, STREET), spent.word);
        await computed(() => bulletinPicture(content, STREET), spent.picture);
      }, spent.all);
    }
    const goal = { atMost: 1000 };
    return [
      absolute('bulletin: composed, as Word and as picture, processor time', 'ms', median(spent.all), goal),
      absolute('of it composing', 'ms', median(spent.compose), goal),
      absolute('of it Word', 'ms', median(spent.word), goal),
      absolute('of it the picture', 'ms', median(spent.picture), goal),
    ];
  });
