/** Which bulletin is wanted, and which part of the data it looks at. */
import { type SQL, sql } from 'drizzle-orm';
import type { BulletinKind, DomainId } from '../../../db/vocabulary.ts';

export interface Wanted {
  kind: BulletinKind;
  period: string;
  /** The section that a special bulletin is about; empty for the others. */
  chapter: string;
}

/** What is looked at: one sub-district, as of one instant, one section of the plan or all of it. */
export interface Scope {
  domainId: DomainId;
  year: number;
  asOf: Date;
  chapter: string;
}

/** Only assignments of the section, where one is named. */
export const ofChapter = ({ domainId, chapter }: Pick<Scope, 'domainId' | 'chapter'>): SQL =>
  chapter === ''
    ? sql`true`
    : sql`exists (select 1 from assignments c join tasks ct on ct.domain_id = c.domain_id and ct.id = c.task_id
        join items ci on ci.domain_id = ct.domain_id and ci.id = ct.item_id
        where c.domain_id = ${domainId} and c.id = assignment_id and ci.chapter = ${chapter})`;
