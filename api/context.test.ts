import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../db/open.ts';
import { units } from '../db/schema/units.ts';
import { type Context, permit, reach } from './context.ts';
import { openTestStore } from './testing/test-store.ts';
import { world } from './testing/world.ts';

const store = await openTestStore();

describe('a context', () => {
  test('refuses at once to be asked from inside its own transaction, rather than hang', async () => {
    const { system } = await world(store);
    const hang = system.transaction(() => system.read((db) => rowsOf(db, sql`select 1`)));
    await expect(hang).rejects.toThrow('the outer context was used inside a transaction');
  });

  test('refuses the same through another actor, and inside a reading', async () => {
    const w = await world(store);
    const office = w.as('office');
    await expect(w.system.transaction(() => office.transaction(async () => 1))).rejects.toThrow(
      'outer context',
    );
    await expect(w.system.read(() => office.read(async () => 1))).rejects.toThrow('outer context');
  });

  test('works again after a refusal', async () => {
    const { system } = await world(store);
    await system.transaction(() => system.read(async () => 1)).catch(() => undefined);
    expect(await system.read((db) => rowsOf(db, sql`select 1 as one`))).toEqual([{ one: 1 }]);
  });

  test('nests a transaction as a savepoint: the inner one is undone alone', async () => {
    const w = await world(store);
    const add = (name: string) => ({ domainId: w.domainId, kind: 'group' as const, name, shortName: name });
    await w.system.transaction(async (tx) => {
      await tx.db.insert(units).values(add('外'));
      const inner = tx.transaction(async (deeper) => {
        await deeper.db.insert(units).values(add('内'));
        throw new Error('undo');
      });
      await expect(inner).rejects.toThrow('undo');
    });
    const kept = await w.system.read((db) =>
      rowsOf<{ name: string }>(
        db,
        sql`select name from units where domain_id = ${w.domainId} and kind = 'group'`,
      ),
    );
    expect(kept.map((row) => row.name)).toEqual(['外']);
  });

  test('joins the transaction that is open, or is one of its own: undone with all of it', async () => {
    const w = await world(store);
    const add = (name: string) => ({ domainId: w.domainId, kind: 'group' as const, name, shortName: name });
    const failing = (ctx: Context) =>
      ctx.joined(async (tx) => {
        await tx.db.insert(units).values(add('内'));
        throw new Error('undo');
      });
    await expect(failing(w.system)).rejects.toThrow('undo');
    await w.system.transaction(async (tx) => {
      expect(await tx.joined(async ({ db }) => db === tx.db)).toBe(true);
    });
    await expect(w.system.transaction(failing)).rejects.toThrow('undo');
    const kept = await w.system.read((db) =>
      rowsOf(db, sql`select name from units where domain_id = ${w.domainId} and kind = 'group'`),
    );
    expect(kept).toEqual([]);
  });

  test('lets a liaison act for the own unit alone, and the office for all', async () => {
    const w = await world(store);
    expect(() => permit(w.as('liaison'), 'progress.report', w.unit.village)).not.toThrow();
    expect(() => permit(w.as('liaison'), 'progress.report', w.unit.otherVillage)).toThrow('没有权限');
    expect(reach(w.as('liaison'), 'assignment.see')).toBe('own');
    expect(reach(w.as('office'), 'assignment.see')).toBe('all');
    expect(reach(w.system, 'assignment.see')).toBe('all');
  });

  test('keeps the sub-districts of two tests apart', async () => {
    const [a, b] = [await world(store), await world(store)];
    expect(a.domainId).not.toBe(b.domainId);
    expect(a.unit.village).not.toBe(b.unit.village);
  });
});
