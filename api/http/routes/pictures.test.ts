import { afterAll, describe, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { publishScheme } from '../../services/ranking/publish-scheme.ts';
import { openApp } from '../../testing/app.ts';
import { addTask, assign } from '../../testing/assignment.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';

const store = await openTestStore();
const w = await world(store);
const t = await openApp(w);
afterAll(() => t.close());

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47];
const magicOf = async (response: Response): Promise<number[]> => [
  ...new Uint8Array(await response.arrayBuffer()).slice(0, 4),
];

describe('a picture', () => {
  test('of a unit is drawn for whoever may see its tasks', async () => {
    await assign(w, await addTask(w), 'village');
    const liaison = await t.as('liaison');
    const own = await liaison.get(`/api/pictures/units/${w.unit.village}.png`);
    expect(own.headers.get('content-type')).toBe('image/png');
    expect(await magicOf(own)).toEqual(PNG_MAGIC);
    expect((await liaison.get(`/api/pictures/units/${w.unit.otherVillage}.png`)).status).toBe(403);
    const leader = await t.as('leader');
    expect((await leader.get(`/api/pictures/units/${w.unit.otherVillage}.png`)).status).toBe(200);
    expect((await leader.get('/api/pictures/units/999999999.png')).status).toBe(404);
    expect((await leader.get('/api/pictures/units/abc.png')).status).toBe(422);
  });

  test('of a ranking is drawn of any day that has come, once there is a scheme', async () => {
    const liaison = await t.as('liaison');
    expect((await liaison.get('/api/pictures/ranking.png?group=village')).status).toBe(404);
    await publishScheme(w.system, BUILTIN_SCHEME);
    const now = await liaison.get('/api/pictures/ranking.png?group=village');
    expect([now.status, await magicOf(now)]).toEqual([200, PNG_MAGIC]);
    expect((await liaison.get('/api/pictures/ranking.png?group=village&day=2099-01-01')).status).toBe(422);
    expect((await liaison.get('/api/pictures/ranking.png?group=grid')).status).toBe(422);
  });
});
