import type { UseQueryResult } from '@tanstack/solid-query';
import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { t } from '../../i18n/language.ts';
import { problemOf } from '../../problem.ts';
import { Button } from '../forms/button.tsx';
import { PageHead } from '../page-head.tsx';
import { Empty } from './empty.tsx';
import { ProblemNote } from './problem-note.tsx';

interface AnsweredProps<T> {
  query: UseQueryResult<T, Error>;
  /** Whether the answer is the whole page, heading and all: then the page that it is refused needs one too. */
  whole?: boolean;
  /** What keeps the place while the answer is on its way. */
  waiting: JSX.Element;
  children: (data: Accessor<T>) => JSX.Element;
}

/** What a query brings: a place kept while it is coming, what went wrong and a way to retry, or the answer. */
export function Answered<T>(props: AnsweredProps<T>): JSX.Element {
  // The data are only read once they are there: reading earlier would suspend the whole page. An answer is replaced where
  // it differs and never written to: the store's wrapping of all that is in it would only make each look at it dear.
  const data = (): T | undefined => (props.query.isPending ? undefined : unwrap(props.query.data));
  const isRefused = (status: number): boolean =>
    props.query.isError && problemOf(props.query.error).status === status;
  const Head = (head: { title: string }): JSX.Element => (
    <Show when={props.whole}>
      <PageHead title={head.title} />
    </Show>
  );
  return (
    <Switch fallback={props.waiting}>
      <Match when={data()}>{(answer) => props.children(answer as Accessor<T>)}</Match>
      <Match when={isRefused(403)}>
        <Head title={t().problem.noRight} />
        <Empty title={t().problem.forbidden} />
      </Match>
      <Match when={props.whole && isRefused(404)}>
        <Head title={t().notFound.title} />
        <Empty title={problemOf(props.query.error).detail} hint={t().notFound.hint} />
      </Match>
      <Match when={props.query.isError}>
        <Head title={t().problem.failed} />
        <Empty title={t().problem.failed}>
          <ProblemNote error={props.query.error} />
          <Button onClick={() => void props.query.refetch()} busy={props.query.isFetching}>
            {t().common.retry}
          </Button>
        </Empty>
      </Match>
    </Switch>
  );
}
