import type { Day, Measure } from '../../../db/vocabulary.ts';

/** What a pasted message says of a task. */
export interface PastedClaim {
  kind: 'progress' | 'extend';
  /** The task's code; null where the message does not say clearly which. */
  code: string | null;
  percent: number | null;
  count: number | null;
  done: boolean;
  until: Day | null;
  reason: string | null;
}

/** Of what unit a pasted message speaks, and what that unit has open. */
export interface PastedAbout {
  unit: string;
  tasks: readonly {
    code: string;
    title: string;
    measure: Measure;
    dueOn: Day;
    synonyms: readonly string[];
  }[];
  /** The day it was said. */
  today: Day;
  /** The names by which it calls other units. */
  others: readonly string[];
}

/** Understands one pasted message: pure, and there whatever gateways run. Empty where nothing is reported. */
export type ReadPasted = (text: string, about: PastedAbout) => readonly PastedClaim[];
