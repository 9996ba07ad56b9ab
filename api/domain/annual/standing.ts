/**
 * Where an annual assessment stands (年度考核进程): what its events add up to. An event that the step does not allow
 * changes nothing, so that no order of events, whatever it is, leads past a step.
 */
import type { AnnualEventKind, AnnualStep, Day, PersonId } from '../../../db/vocabulary.ts';

export interface AnnualEvent {
  readonly kind: AnnualEventKind;
  readonly at: Date;
  /** Null where the product itself did it. */
  readonly personId: PersonId | null;
  readonly untilOn: Day | null;
  readonly reason: string | null;
  readonly hash: string | null;
}

export interface AnnualStanding {
  readonly step: AnnualStep;
  readonly openedBy: PersonId | null;
  /** The last day of 自评. */
  readonly selfUntil: Day | null;
  /** Who has handed in the marks (已交卷): those can be changed no more, and count. */
  readonly handedIn: ReadonlySet<PersonId>;
  /** From here on everybody of the committee sees all marks. */
  readonly marksOpen: boolean;
  readonly noticeFrom: Date | null;
  /** The last day of 公示. */
  readonly noticeUntil: Day | null;
  readonly signed: { readonly at: Date; readonly by: PersonId | null; readonly hash: string } | null;
  /** A request to open what was signed again, while nobody has answered it. */
  readonly reopening: { readonly by: PersonId | null; readonly at: Date; readonly reason: string } | null;
}

const BEFORE: AnnualStanding = {
  step: 'self',
  openedBy: null,
  selfUntil: null,
  handedIn: new Set(),
  marksOpen: false,
  noticeFrom: null,
  noticeUntil: null,
  signed: null,
  reopening: null,
};

/** The step in which each event happens. */
const HAPPENS_IN: Readonly<Record<AnnualEventKind, AnnualStep>> = {
  opened: 'self',
  reviewBegan: 'self',
  handedIn: 'review',
  marksOpened: 'review',
  noticePosted: 'review',
  recheckBegan: 'notice',
  signed: 'recheck',
  reopenAsked: 'settled',
  reopenRefused: 'settled',
  reopenGranted: 'settled',
};

/** Whether an event may happen as things stand, whoever asks. */
export function mayHappen(now: AnnualStanding, kind: AnnualEventKind): boolean {
  if (HAPPENS_IN[kind] !== now.step) return false;
  switch (kind) {
    case 'handedIn':
    case 'marksOpened':
      return !now.marksOpen;
    case 'noticePosted':
      return now.marksOpen;
    case 'reopenAsked':
      return now.reopening === null;
    case 'reopenRefused':
    case 'reopenGranted':
      return now.reopening !== null;
    case 'opened':
    case 'reviewBegan':
    case 'recheckBegan':
    case 'signed':
      return true;
  }
}

/** What one more event makes of a standing. */
function after(now: AnnualStanding, event: AnnualEvent): AnnualStanding {
  if (!mayHappen(now, event.kind)) return now;
  switch (event.kind) {
    case 'opened':
      return { ...now, openedBy: event.personId, selfUntil: event.untilOn };
    case 'reviewBegan':
      return { ...now, step: 'review' };
    case 'handedIn':
      return event.personId === null ? now : { ...now, handedIn: new Set([...now.handedIn, event.personId]) };
    case 'marksOpened':
      return { ...now, marksOpen: true };
    case 'noticePosted':
      return { ...now, step: 'notice', noticeFrom: event.at, noticeUntil: event.untilOn };
    case 'recheckBegan':
      return { ...now, step: 'recheck' };
    case 'signed':
      return {
        ...now,
        step: 'settled',
        signed: { at: event.at, by: event.personId, hash: event.hash ?? '' },
      };
    case 'reopenAsked':
      return { ...now, reopening: { by: event.personId, at: event.at, reason: event.reason ?? '' } };
    case 'reopenRefused':
      return { ...now, reopening: null };
    case 'reopenGranted':
      // Two different people: nobody grants what they asked for themselves.
      return event.personId !== null && event.personId === now.reopening?.by
        ? now
        : { ...now, step: 'recheck', signed: null, reopening: null };
  }
}

/** Where an assessment with these events, in the order they happened, stands. */
export const standingOf = (events: readonly AnnualEvent[]): AnnualStanding => events.reduce(after, BEFORE);
