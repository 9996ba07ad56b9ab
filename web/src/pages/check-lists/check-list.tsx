import { useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { ByNumber } from '../../parts/by-number.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { type CheckListDetail, inspectionQueries } from '../inspections/queries.ts';
import css from './check-lists.module.css';
import { useBeginning } from './check-lists.tsx';
import { DraftEditor } from './draft-editor.tsx';

/** One check list: a draft to be edited, or a published version to be read and revised. */
export default function CheckList(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const list = useQuery(() => inspectionQueries.checkList(props.id));
  return (
    <>
      <BackLink href="/inspections/lists">{t().checkLists.title}</BackLink>
      <Answered whole query={list} waiting={<Skeleton lines={10} />}>
        {(detail) => (
          <Show when={detail().list.state === 'draft'} fallback={<Published detail={detail()} />}>
            <DraftEditor detail={detail()} />
          </Show>
        )}
      </Answered>
    </>
  );
}

function Published(props: { detail: CheckListDetail }): JSX.Element {
  const begin = useBeginning();
  const navigate = useNavigate();
  const words = () => t().checkLists;
  const list = () => props.detail.list;
  return (
    <>
      <PageHead
        title={list().title}
        aside={[
          words().state[list().state],
          words().facts(list().version, list().items),
          list().group === null ? words().anyUnit : t().group[list().group ?? 'village'],
        ].join(' · ')}
      >
        <span data-screen-only>
          <Show
            when={props.detail.next}
            fallback={
              <Button busy={begin.isPending} onClick={() => begin.mutate({ from: list().id })}>
                {words().revise}
              </Button>
            }
          >
            {(next) => (
              <Button onClick={() => navigate(`/inspections/lists/${next()}`)}>{words().openDraft}</Button>
            )}
          </Show>
        </span>
      </PageHead>
      <ProblemNote error={begin.error} />
      <ol class={css.items}>
        <For each={props.detail.items}>
          {(item, at) => (
            <li class={css.item}>
              <span class={css.quiet}>{at() + 1}</span>
              <span>{item.text}</span>
              <span class={css.quiet}>
                {[item.section, item.weight === null ? null : t().inspections.weight(item.weight)]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </li>
          )}
        </For>
      </ol>
    </>
  );
}
