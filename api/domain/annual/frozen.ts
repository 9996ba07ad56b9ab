/**
 * What is signed (定档内容): everything that the result rests on and the result itself, as one text whose bytes are
 * the same whenever it is written anew from the same data.
 */
import type { AnnualKind } from '../../../db/vocabulary.ts';
import type { Reached } from '../score/assemble.ts';
import type { UnitResult, Value } from '../score/data.ts';
import type { Scheme } from '../score/scheme.ts';

export interface FrozenOverride {
  readonly unit: string;
  readonly indicator: string;
  readonly value: Reached;
  readonly reason: string;
}

export interface FrozenObjection {
  readonly unit: string;
  readonly indicator: string;
  readonly text: string;
  readonly verdict: string | null;
  readonly reason: string | null;
}

export interface FrozenResult {
  readonly format: 1;
  readonly year: number;
  readonly kind: AnnualKind;
  /** ISO 8601, UTC. */
  readonly cutoffAt: string;
  readonly schemeVersion: number;
  readonly scheme: Scheme;
  readonly units: readonly { readonly key: string; readonly name: string; readonly group: string }[];
  readonly values: readonly Value[];
  readonly overrides: readonly FrozenOverride[];
  readonly objections: readonly FrozenObjection[];
  readonly results: readonly UnitResult[];
}

/** Keys in one order at every depth, so that what the database gives back in another order is the same text. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

/** The text that is hashed and kept. */
export const frozenText = (result: FrozenResult): string => JSON.stringify(ordered(result));

/** The result that a kept text holds: the product wrote it itself, and its hash is checked by the database. */
export const readFrozen = (text: string): FrozenResult => JSON.parse(text) as FrozenResult;
