import { useNavigate } from '@solidjs/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { LinkRow, LinkRows } from '../../parts/layout/link-row.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useMe } from '../../session.ts';
import {
  type Beginning,
  type CheckListDetail,
  type CheckListRow,
  inspectionApi,
  inspectionQueries,
} from '../inspections/queries.ts';
import css from './check-lists.module.css';

const BEGINNINGS = [
  { key: 'village', beginning: { from: 'builtin', group: 'village' } },
  { key: 'department', beginning: { from: 'builtin', group: 'department' } },
  { key: 'blank', beginning: { from: 'blank' } },
] as const satisfies readonly { key: string; beginning: Beginning }[];

/** Beginning a draft, and going to it. */
export function useBeginning() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation(() => ({
    mutationFn: (beginning: Beginning) => inspectionApi.beginList(beginning),
    onSuccess: (detail: CheckListDetail) => {
      client.setQueryData(inspectionQueries.checkList(detail.list.id).queryKey, detail);
      void client.invalidateQueries({ queryKey: inspectionQueries.lists().queryKey });
      navigate(`/inspections/lists/${detail.list.id}`);
    },
  }));
}

/** The check lists (检查清单): drafts, those in use, those replaced. */
export default function CheckLists(): JSX.Element {
  const lists = useQuery(() => inspectionQueries.lists());
  const begin = useBeginning();
  const me = useMe();
  const words = () => t().checkLists;
  return (
    <>
      <BackLink href="/inspections">{t().inspections.title}</BackLink>
      <PageHead title={words().title} />
      <Show when={me().can.includes('inspection.prepare')}>
        <div class={css.begin} data-screen-only>
          <For each={BEGINNINGS}>
            {({ key, beginning }) => (
              <Button disabled={begin.isPending} onClick={() => begin.mutate(beginning)}>
                {words().begin[key]}
              </Button>
            )}
          </For>
        </div>
      </Show>
      <ProblemNote error={begin.error} />
      <Answered query={lists} waiting={<Skeleton lines={5} />}>
        {(data) => (
          <Show
            when={data().lists.length > 0}
            fallback={<Empty title={words().none} hint={words().noneHint} />}
          >
            <LinkRows>
              <For each={data().lists}>{(list) => <Row list={list} />}</For>
            </LinkRows>
          </Show>
        )}
      </Answered>
    </>
  );
}

function Row(props: { list: CheckListRow }): JSX.Element {
  const words = () => t().checkLists;
  return (
    <LinkRow
      class={css.columns}
      href={`/inspections/lists/${props.list.id}`}
      name={props.list.title}
      about={[
        words().facts(props.list.version, props.list.items),
        props.list.group === null ? words().anyUnit : t().group[props.list.group],
      ].join(' · ')}
    >
      <span class={css.state} data-state={props.list.state}>
        {words().state[props.list.state]}
      </span>
    </LinkRow>
  );
}
