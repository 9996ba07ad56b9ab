import { A, useNavigate } from '@solidjs/router';
import { useMutation, useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { ByNumber } from '../../../parts/by-number.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { Changes } from './changes.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { type SchemeDetail, schemeApi, schemeQueries } from './queries.ts';
import { ReadOnly } from './read-only.tsx';
import css from './scheme.module.css';

/** One scheme (考核方案): a draft to be edited and tried out, or a published one to be read. */
export default function SchemePage(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const scheme = useQuery(() => schemeQueries.one(props.id));
  return (
    <>
      <A class={css.back} href="/assessment/schemes">
        {t().assessment.schemes}
      </A>
      <Answered whole query={scheme} waiting={<Skeleton lines={12} tall />}>
        {(detail) => (
          <Show when={detail().state === 'draft'} fallback={<Published detail={detail()} />}>
            <DraftEditor detail={detail()} />
          </Show>
        )}
      </Answered>
    </>
  );
}

function Published(props: { detail: SchemeDetail }): JSX.Element {
  const me = useMe();
  const navigate = useNavigate();
  const revise = useMutation(() => ({
    mutationFn: () => schemeApi.begin(props.detail.year, props.detail.id),
    onSuccess: ({ id }) => navigate(`/assessment/schemes/${id}`),
  }));
  return (
    <>
      <PageHead
        title={more().schemes.title(props.detail.year, props.detail.version)}
        aside={more().schemes.states[props.detail.state]}
      >
        <Show when={me().can.includes('scheme.edit')}>
          <Button busy={revise.isPending} onClick={() => revise.mutate()}>
            {more().schemes.revise}
          </Button>
        </Show>
      </PageHead>
      <ProblemNote error={revise.error} />
      <For each={props.detail.body.groups}>
        {(group) => <ReadOnly scheme={props.detail.body} group={group} sections={props.detail.sections} />}
      </For>
      <Show when={props.detail.before}>
        {(before) => <Changes version={before().version} changes={props.detail.changes} />}
      </Show>
    </>
  );
}
