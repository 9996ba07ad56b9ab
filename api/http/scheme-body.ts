/**
 * A scheme as it comes in and goes out: of the right shape, so that a form can show it. Whether it makes sense, its
 * own check says: a draft may be saved with faults.
 */
import { z } from 'zod';
import { DIRECTIONS, MODES, type Scheme } from '../domain/score/scheme.ts';
import { calendarDay } from './valid.ts';

const text = z.string().trim().max(200);
const number = z.number();
const some = number.exactOptional();
const better = z.enum(DIRECTIONS);

const band = z.union([
  z.strictObject({ atLeast: number, share: number }),
  z.strictObject({ atLeast: number, points: number }),
  z.strictObject({ atMost: number, share: number }),
  z.strictObject({ atMost: number, points: number }),
]);
const bands = z.array(band).max(20).readonly();
const steps = { from: number, per: number, each: number, whole: z.boolean(), better };

const method = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('linear'), floor: number, target: number, cutoff: some }),
  z.strictObject({ type: z.literal('bands'), bands }),
  z.strictObject({
    type: z.literal('curve'),
    points: z
      .array(z.tuple([number, number]).readonly())
      .max(20)
      .readonly(),
  }),
  z.strictObject({ type: z.literal('shortfall'), ...steps, cap: some, cutoff: some }),
  z.strictObject({ type: z.literal('rank'), better, each: some, bands: bands.exactOptional() }),
  z.strictObject({ type: z.literal('met') }),
  z.strictObject({ type: z.literal('deduct'), each: number, cap: some }),
  z.strictObject({ type: z.literal('judged'), outOf: number, trim: z.boolean() }),
  z.strictObject({ type: z.literal('bonus'), each: number, cap: number }),
  z.strictObject({ type: z.literal('surplus'), ...steps, cap: number }),
  z.strictObject({ type: z.literal('penalty'), each: number, cap: some }),
  z.strictObject({ type: z.literal('veto') }),
]);

const indicator = z.strictObject({
  code: text,
  name: text,
  group: text,
  weight: number,
  method,
  measure: text.exactOptional(),
  section: text.exactOptional(),
  unitOfMeasure: text.exactOptional(),
  reportBy: text.exactOptional(),
});

const group = z.strictObject({
  key: text,
  name: text,
  grades: z
    .array(z.strictObject({ name: text, min: number, maxShare: some }))
    .max(10)
    .readonly(),
});

export const schemeBody = z.strictObject({
  year: z.int(),
  mode: z.enum(MODES),
  asOf: calendarDay(),
  bonusCap: some,
  groups: z.array(group).max(10).readonly(),
  indicators: z.array(indicator).max(200).readonly(),
}) satisfies z.ZodType<Scheme>;
