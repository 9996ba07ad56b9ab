/** What the pages of the annual assessment ask the server for, and what they have it do. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/solid-query';
import type {
  AnnualFileUse,
  AnnualKind,
  AnnualStep,
  ClaimVerdict,
  ObjectionVerdict,
  RankingGroup,
} from '../../../../../db/vocabulary.ts';
import { answer, server } from '../../../api.ts';

const annual = server.annual[':id'];
const param = (id: number) => ({ id: String(id) });

/** What is entered for a line: a figure, a yes or no, or that there is nothing to measure. */
export type Entered = { value: number | boolean } | { notApplicable: true };
export type DraftLines = Record<string, { value?: Entered | null; note?: string }>;

const calls = {
  list: () => answer(server.annual.$get()),
  stand: (id: number) => answer(annual.$get({ param: param(id) })),
  workbench: (id: number, group: RankingGroup) =>
    answer(annual.workbench.$get({ param: param(id), query: { group } })),
  cell: (id: number, unit: number, indicator: string) =>
    answer(annual.cell.$get({ param: param(id), query: { unit: String(unit), indicator } })),
  self: (id: number, unit: number) =>
    answer(annual.self.$get({ param: param(id), query: { unit: String(unit) } })),
  notice: (id: number, group: RankingGroup) =>
    answer(annual.notice.$get({ param: param(id), query: { group } })),
  signing: (id: number) => answer(annual.signing.$get({ param: param(id) })),
};

type Answer<Call extends keyof typeof calls> = Awaited<ReturnType<(typeof calls)[Call]>>;
export type Annual = Answer<'stand'>;
export type Workbench = Answer<'workbench'>;
export type BenchRow = Workbench['rows'][number];
export type BenchLine = BenchRow['lines'][number];
export type Head = Workbench['indicators'][number];
export type Cell = Answer<'cell'>;
export type Self = Answer<'self'>;
export type SelfLine = Self['lines'][number];
export type Notice = Answer<'notice'>;
export type NoticeRow = Notice['rows'][number];
export type Objection = Notice['objections'][number];
export type Signing = Answer<'signing'>;
export type Form = Head['form'];

const key = (...parts: readonly (string | number)[]) => ['data', 'annual', ...parts] as const;

export const annualQueries = {
  list: () => queryOptions({ queryKey: key('list'), queryFn: calls.list }),
  stand: (id: number) => queryOptions({ queryKey: key(id), queryFn: () => calls.stand(id) }),
  workbench: (id: number, group: RankingGroup) =>
    queryOptions({
      queryKey: key(id, 'workbench', group),
      queryFn: () => calls.workbench(id, group),
      placeholderData: keepPreviousData,
    }),
  cell: (id: number, unit: number, indicator: string) =>
    queryOptions({
      queryKey: key(id, 'cell', unit, indicator),
      queryFn: () => calls.cell(id, unit, indicator),
      placeholderData: keepPreviousData,
    }),
  self: (id: number, unit: number) =>
    queryOptions({ queryKey: key(id, 'self', unit), queryFn: () => calls.self(id, unit) }),
  notice: (id: number, group: RankingGroup) =>
    queryOptions({
      queryKey: key(id, 'notice', group),
      queryFn: () => calls.notice(id, group),
      placeholderData: keepPreviousData,
    }),
  signing: (id: number) => queryOptions({ queryKey: key(id, 'signing'), queryFn: () => calls.signing(id) }),
};

/** Opens a year's assessment, or a rehearsal of it. */
export const openAnnual = (json: { year: number; kind: AnnualKind }) => answer(server.annual.$post({ json }));

/** Puts a file to a line of a unit. */
export const uploadFile = (
  id: number,
  { unitId, indicator, use, file }: { unitId: number; indicator: string; use: AnnualFileUse; file: File },
  signal?: AbortSignal,
) =>
  answer(
    annual.files.$post(
      { param: param(id), form: { unit: String(unitId), indicator, use, file } },
      signal === undefined ? {} : { init: { signal } },
    ),
  );

/** Everything that can be done with one assessment; whatever is shown of it is asked for again afterwards. */
export function useAnnual(id: () => number) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: key() });
  const deed = <Fields, Given>(mutationFn: (fields: Fields) => Promise<Given>) =>
    useMutation(() => ({ mutationFn, onSettled: again }));
  const at = () => ({ param: param(id()) });
  return {
    save: deed((json: { unitId: number; version: number; lines: DraftLines }) =>
      answer(annual.draft.$post({ ...at(), json })),
    ),
    submit: deed((unitId: number) => answer(annual.submission.$post({ ...at(), json: { unitId } }))),
    verdict: deed((json: { claimId: number; verdict: ClaimVerdict; reason?: string }) =>
      answer(annual.verdicts.$post({ ...at(), json })),
    ),
    mark: deed((json: { unitId: number; indicator: string; mark: number }) =>
      answer(annual.marks.$post({ ...at(), json })),
    ),
    handIn: deed((_: null) => answer(annual['hand-in'].$post(at()))),
    openMarks: deed((_: null) => answer(annual['open-marks'].$post(at()))),
    override: deed(
      (json: { unitId: number; indicator: string; value: Entered | null; reason: string; fileId?: number }) =>
        answer(annual.overrides.$post({ ...at(), json })),
    ),
    advance: deed((from: AnnualStep) => answer(annual.step.$post({ ...at(), json: { from } }))),
    object: deed((json: { unitId: number; indicator: string; text: string }) =>
      answer(annual.objections.$post({ ...at(), json })),
    ),
    answer: deed(
      (json: { objectionId: number; verdict: ObjectionVerdict; reason: string; value?: Entered }) =>
        answer(annual.answers.$post({ ...at(), json })),
    ),
    sign: deed((hash: string) => answer(annual.signature.$post({ ...at(), json: { hash } }))),
    askReopen: deed((reason: string) => answer(annual.reopening.$post({ ...at(), json: { reason } }))),
    decideReopen: deed((granted: boolean) =>
      answer(annual['reopening-decision'].$post({ ...at(), json: { granted } })),
    ),
  };
}

export type Deeds = ReturnType<typeof useAnnual>;
