import { A } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import type { Day, RankingGroup } from '../../../../db/vocabulary.ts';
import { scoreOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { type Revision as Difference, scoreQueries } from '../../parts/score/queries.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import css from './revision.module.css';

/** How a past day looks now against how it was shown (口径差异), and what was written down since. */
export function Revision(props: { group: RankingGroup; day: Day }): JSX.Element {
  const revision = useQuery(() => scoreQueries.revision(props.group, props.day));
  return (
    <section class={css.revision} aria-labelledby="revision">
      <h2 id="revision" class={css.title}>
        {t().scores.revision(t().date.long(props.day))}
      </h2>
      <Answered query={revision} waiting={<Skeleton lines={3} />}>
        {(data) => <Told data={data()} />}
      </Answered>
    </section>
  );
}

const points = (value: number | null): string => (value === null ? t().common.missing : scoreOf(value));

function Told(props: { data: Difference }): JSX.Element {
  const changed = (): boolean => props.data.schemes.was !== props.data.schemes.is;
  const kindOf = (kind: Difference['late'][number]['kind']): string =>
    kind === 'value' || kind === 'finding' ? t().scores[kind] : t().record[kind];
  return (
    <>
      <Show when={props.data.units.length === 0 && !changed()}>
        <p>{t().scores.revisionNone}</p>
      </Show>
      <Show when={changed()}>
        <p>{t().scores.revisionScheme(props.data.schemes.was, props.data.schemes.is)}</p>
      </Show>
      <ul>
        <For each={props.data.units}>
          {(unit) => (
            <li class={css.unit}>
              <b>{unit.name}</b>
              <span>{` ${t().scores.revisionUnit(points(unit.total.was), points(unit.total.is))}`}</span>
              <ul>
                <For each={unit.lines}>
                  {(line) => (
                    <li class={css.line}>
                      {`${line.name} ${t().scores.revisionUnit(points(line.was?.points ?? null), points(line.is?.points ?? null))} · ${line.is?.why ?? line.was?.why ?? ''}`}
                    </li>
                  )}
                </For>
              </ul>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.data.late.length > 0}>
        <h3 class={css.late}>{t().scores.late}</h3>
        <ul>
          <For each={props.data.late}>
            {(record) => (
              <li class={css.line}>
                {`${record.unit} ${record.title} ${kindOf(record.kind)} · ${t().scores.lateBy(t().date.time(record.at), t().date.time(record.recordedAt))} `}
                <Show when={record.assignmentId}>
                  {(id) => <A href={`/tasks/${id()}`}>{t().scores.history}</A>}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
