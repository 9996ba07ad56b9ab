import type { CheckListId } from '../../db/vocabulary.ts';
import { addDays, dayOf } from '../domain/time/day.ts';
import { completeInspection } from '../services/inspections/complete-inspection.ts';
import { beginCheckList, publishCheckList, saveCheckList } from '../services/inspections/edit-check-list.ts';
import { attachToItem } from '../services/inspections/inspection-evidence.ts';
import { planInspection } from '../services/inspections/plan-inspection.ts';
import { recordFindings } from '../services/inspections/record-findings.ts';
import { showInspection } from '../services/inspections/show-inspection.ts';
import { PNG } from './files.ts';
import type { World, WorldUnit } from './world.ts';

/** Publishes a check list of three items for any unit; gives its number. */
export async function giveCheckList(w: World, weight: number | null = null): Promise<CheckListId> {
  const ctx = w.as('committee');
  const id = await beginCheckList(ctx, { from: 'blank' });
  const items = ['台账齐全', '走访有记录', '标语在位'].map((text) => ({ text, section: '四(二)1', weight }));
  await saveCheckList(ctx, { id, revision: 1, body: { title: '检查清单', group: null, items } });
  await publishCheckList(ctx, { id, revision: 2 });
  return id;
}

/** Inspects a unit by such a list today: the first item is unmet and has a photo, its problem is due in a week. */
export async function giveInspection(w: World, listId: CheckListId, of: WorldUnit) {
  const ctx = w.as('committee', 'street');
  const heldOn = dayOf(w.clock());
  const plan = { unitId: w.unit[of], listId, heldOn, inspectors: [w.person('committee', 'street').id] };
  const inspectionId = await planInspection(ctx, plan);
  const answers = [1, 2, 3].map((item) => ({ item, verdict: 'met' as const, replaces: null }));
  const unmet = { item: 1, verdict: 'unmet' as const, note: '台账缺页', rectifyBy: addDays(heldOn, 7) };
  await recordFindings(ctx, { inspectionId, answers: [{ ...unmet, replaces: null }, ...answers.slice(1)] });
  await attachToItem(ctx, { inspectionId, item: 1, name: '照片', bytes: PNG });
  await completeInspection(ctx, { inspectionId, version: 1, link: '' });
  return showInspection(w.system, inspectionId);
}
