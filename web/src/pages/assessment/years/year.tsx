import { A, type RouteSectionProps, useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { type Accessor, createContext, For, type JSX, Show, useContext } from 'solid-js';
import type { Action } from '../../../../../api/domain/permissions.ts';
import { ANNUAL_STEPS } from '../../../../../db/vocabulary.ts';
import { more, t } from '../../../i18n/language.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { addressOf, namedBy } from './address.ts';
import { type Annual, annualQueries } from './queries.ts';
import css from './year.module.css';

const AnnualContext = createContext<Accessor<Annual>>();

/** The assessment that the page is about. Only below `/assessment/years/:year`. */
export function useStand(): Accessor<Annual> {
  const annual = useContext(AnnualContext);
  if (annual === undefined) throw new Error('no assessment is open here');
  return annual;
}

/** One assessment (年度考核): its steps, and below them the part that is open. */
export default function Year(props: RouteSectionProps): JSX.Element {
  const params = useParams();
  const list = useQuery(() => annualQueries.list());
  return (
    <Answered query={list} waiting={<Skeleton lines={8} tall />}>
      {(data) => (
        <Show
          when={namedBy(data().annuals, params.year)?.id}
          fallback={<Empty title={more().annual.noSuch} hint={more().annual.emptyHint} />}
        >
          {(id) => <Opened id={id()}>{props.children}</Opened>}
        </Show>
      )}
    </Answered>
  );
}

function Opened(props: { id: number; children: JSX.Element }): JSX.Element {
  const stand = useQuery(() => annualQueries.stand(props.id));
  return (
    <Answered query={stand} waiting={<Skeleton lines={8} tall />}>
      {(annual) => (
        <AnnualContext.Provider value={annual}>
          <PageHead
            title={more().annual.name(annual().year, annual().kind)}
            aside={more().annual.cutoff(t().date.time(annual().cutoffAt))}
          />
          <Steps annual={annual()} />
          <Parts annual={annual()} />
          {props.children}
        </AnnualContext.Provider>
      )}
    </Answered>
  );
}

/** The five steps, and which one it is in. */
function Steps(props: { annual: Annual }): JSX.Element {
  const place = () => ANNUAL_STEPS.indexOf(props.annual.step);
  return (
    <ol class={css.steps} aria-label={more().annual.stepsLabel}>
      <For each={ANNUAL_STEPS}>
        {(step, at) => (
          <li
            class={css.step}
            data-state={at() < place() ? 'past' : at() === place() ? 'now' : 'coming'}
            aria-current={at() === place() ? 'step' : undefined}
          >
            <span class={css.number}>{at() + 1}</span>
            {more().annual.steps[step]}
          </li>
        )}
      </For>
    </ol>
  );
}

/** The pages of an assessment that the one who is signed in may see. */
function Parts(props: { annual: Annual }): JSX.Element {
  const me = useMe();
  const has = (action: Action): boolean => me().can.includes(action);
  const parts = () => [
    { path: '', name: more().annual.parts.progress, shown: true },
    { path: '/self', name: more().annual.parts.self, shown: has('annual.evidence') },
    { path: '/bench', name: more().annual.parts.bench, shown: has('annual.review') },
    { path: '/notice', name: more().annual.parts.notice, shown: true },
    { path: '/sign', name: more().annual.parts.sign, shown: has('annual.review') },
  ];
  return (
    <nav class={css.parts} aria-label={more().annual.partsLabel} data-screen-only>
      <For each={parts().filter(({ shown }) => shown)}>
        {({ path, name }) => (
          <A class={css.part} activeClass={css.here ?? ''} end href={`${addressOf(props.annual)}${path}`}>
            {name}
          </A>
        )}
      </For>
    </nav>
  );
}
