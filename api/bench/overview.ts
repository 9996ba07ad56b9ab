import { overview } from '../services/overview/compute-overview.ts';
import { against, type Row, timed, turnByTurn } from './finding.ts';
import { onScratch } from './scratch.ts';
import { domainsOf, seed } from './seed.ts';

const NOW = new Date('2026-06-30T04:00:00Z');
const ROUNDS = 15;

/** The overview with ten years of history against the same with one. */
export const history: Row = (arena) =>
  onScratch(arena, async ({ bare, context }) => {
    const long = { subdistricts: 1, from: 2017, until: 2026, first: 1 };
    const short = { subdistricts: 1, from: 2026, until: 2026, first: 2 };
    for (const each of [long, short]) await seed(bare, each);
    const [ofLong, ofShort] = [long, short].map((each) => {
      const [domainId] = domainsOf(each);
      if (domainId === undefined) throw new Error('no sub-district');
      const ctx = context(domainId, () => NOW);
      return () => timed(() => overview(ctx));
    });
    if (ofLong === undefined || ofShort === undefined) throw new Error('no sub-district');
    await Promise.all([ofLong(), ofShort()]);
    const { ours, floor } = await turnByTurn(ROUNDS, ofLong, ofShort);
    return [against('overview, 10 years of history against 1', 'ms', ours, floor, { atMost: 1.3 })];
  });
