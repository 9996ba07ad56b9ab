import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { schemes } from '../../../db/schema/assessment.ts';
import { items, planSections, plans } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId, SchemeId } from '../../../db/vocabulary.ts';
import type { Surroundings } from '../../domain/score/check-scheme.ts';
import { found } from '../../errors.ts';
import { COLLECTED } from '../measures/registry.ts';

/** A scheme as it is kept; a draft's body may have faults and is then no scheme yet. */
export async function readScheme(db: Database, domainId: DomainId, id: SchemeId) {
  const [row] = await db
    .select()
    .from(schemes)
    .where(and(eq(schemes.domainId, domainId), eq(schemes.id, id)));
  return found(row, '考核方案');
}

/** The sections of the year's confirmed plans with their titles, in the order of the plan. */
export async function planSectionsOf(
  db: Database,
  domainId: DomainId,
  year: number,
): Promise<{ number: string; title: string }[]> {
  const ofYear = and(eq(plans.domainId, domainId), eq(plans.year, year), eq(plans.state, 'confirmed'));
  const chapters = await db
    .select({ number: planSections.number, title: planSections.title })
    .from(planSections)
    .innerJoin(plans, refersTo(planSections, 'planId', plans))
    .where(ofYear)
    .orderBy(asc(planSections.position));
  const sections = await db
    .select({ number: items.section, title: sql<string>`min(${items.title})` })
    .from(items)
    .innerJoin(plans, refersTo(items, 'planId', plans))
    .where(ofYear)
    .groupBy(items.section)
    .orderBy(asc(sql`min(${items.position})`));
  const known = new Set(sections.map(({ number }) => number));
  return [...sections, ...chapters.filter(({ number }) => !known.has(number))];
}

/** What a year's scheme is held against before it is published. */
export async function surroundingsOf(db: Database, domainId: DomainId, year: number): Promise<Surroundings> {
  const sections = await planSectionsOf(db, domainId, year);
  const groups = await db
    .selectDistinct({ key: units.rankingGroup })
    .from(units)
    .where(eq(units.domainId, domainId));
  return {
    year,
    groups: groups.flatMap(({ key }) => (key === null ? [] : [key])),
    sections: sections.length === 0 ? null : new Set(sections.map(({ number }) => number)),
    collected: new Set(COLLECTED),
  };
}
