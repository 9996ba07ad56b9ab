/** From two JSON documents to what the engine takes, or all that is wrong with them (assessment.md, Command). */
import type { ScoreData } from './data.ts';
import { Field } from './read/field.ts';
import { readData } from './read/read-data.ts';
import { readScheme } from './read/read-scheme.ts';
import type { Scheme } from './scheme.ts';

interface Refused {
  readonly ok: false;
  readonly faults: readonly string[];
}

export type ScoreInput = Refused | { readonly ok: true; readonly scheme: Scheme; readonly data: ScoreData };

/**
 * Reads a scheme and data as `JSON.parse` gave them. Every fault is one line, `path: message in Chinese`, in the
 * order of the documents, the scheme first. Fields that the format does not know are passed over.
 */
export function readScoreInput(schemeJson: unknown, dataJson: unknown): ScoreInput {
  const faults: string[] = [];
  const documents = [new Field(schemeJson, 'scheme', faults), new Field(dataJson, 'data', faults)];
  if (!documents.map((document) => document.isRecord()).every(Boolean)) return { ok: false, faults };
  const { scheme, known } = readScheme(new Field(schemeJson, '', faults));
  const data = readData(new Field(dataJson, '', faults), known);
  if (scheme === undefined || data === undefined || faults.length > 0) return { ok: false, faults };
  return { ok: true, scheme, data };
}

/** Reads a scheme alone, for those who edit or publish one; faults as `readScoreInput` gives them. */
export function readSchemeInput(
  schemeJson: unknown,
): Refused | { readonly ok: true; readonly scheme: Scheme } {
  const faults: string[] = [];
  if (!new Field(schemeJson, 'scheme', faults).isRecord()) return { ok: false, faults };
  const { scheme } = readScheme(new Field(schemeJson, '', faults));
  return scheme === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, scheme };
}
