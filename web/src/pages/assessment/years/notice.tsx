import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { RANKING_GROUPS } from '../../../../../db/vocabulary.ts';
import { pointsOf, scoreOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { Tabs } from '../../../parts/forms/tabs.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useView } from '../../../parts/view.ts';
import css from './notice.module.css';
import { ObjectForm } from './object-form.tsx';
import { Objections } from './objections.tsx';
import { annualQueries, type Notice, type NoticeRow } from './queries.ts';
import { useStand } from './year.tsx';

const PUBLIC: readonly string[] = ['notice', 'recheck', 'settled'];

/** The public list (公示名单) of one group, with objections and their answers; once signed, what was signed. */
export default function NoticePage(): JSX.Element {
  const annual = useStand();
  return (
    <Show
      when={PUBLIC.includes(annual().step)}
      fallback={<Empty title={more().annual.notPublic} hint={more().annual.notPublicHint} />}
    >
      <List id={annual().id} />
    </Show>
  );
}

function List(props: { id: number }): JSX.Element {
  const [group, setGroup] = useView('group', RANKING_GROUPS);
  const notice = useQuery(() => annualQueries.notice(props.id, group()));
  return (
    <>
      <Tabs
        label={t().ranking.group}
        options={RANKING_GROUPS.map((key) => ({ key, name: t().group[key] }))}
        chosen={group()}
        onChoose={setGroup}
      />
      <Answered query={notice} waiting={<Skeleton lines={12} tall />}>
        {(data) => (
          <>
            <p class={css.state}>
              <Show when={data().step === 'notice' && data().noticeUntil}>
                {(until) => more().annual.noticeUntil(t().date.weekday(until()), data().daysLeft)}
              </Show>
              <Show when={data().hash}>{(hash) => <Frozen id={props.id} hash={hash()} />}</Show>
            </p>
            <Rows notice={data()} />
            <Objections notice={data()} />
          </>
        )}
      </Answered>
    </>
  );
}

/** What is signed can be kept and checked elsewhere. */
function Frozen(props: { id: number; hash: string }): JSX.Element {
  return (
    <>
      {more().annual.frozen}
      <code class={css.hash}>{props.hash}</code>
      <a href={`/api/annual/${props.id}/result`} download="">
        {more().annual.download}
      </a>
    </>
  );
}

function Rows(props: { notice: Notice }): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const toggle = (unitId: number): void => {
    const id = String(unitId);
    setSearch({ unit: search.unit === id ? null : id }, { replace: true, scroll: false });
  };
  return (
    <ol class={css.rows}>
      <Keyed each={props.notice.rows} by={(row) => row.unitId}>
        {(row) => (
          <li class={css.row}>
            <button
              type="button"
              class={css.unit}
              aria-expanded={search.unit === String(row().unitId)}
              onClick={() => toggle(row().unitId)}
            >
              <span class={css.rank}>{row().rank ?? t().common.missing}</span>
              <b>{row().name}</b>
              <span class={css.grade}>{row().vetoed ? t().ranking.vetoed : (row().grade ?? '')}</span>
              <span class={css.total}>
                {row().total === null ? t().common.missing : scoreOf(row().total ?? 0)}
              </span>
            </button>
            <Show when={search.unit === String(row().unitId)}>
              <Lines id={props.notice.id} row={row()} />
            </Show>
          </li>
        )}
      </Keyed>
    </ol>
  );
}

function Lines(props: { id: number; row: NoticeRow }): JSX.Element {
  const [objecting, setObjecting] = createSignal<string | null>(null);
  return (
    <ul class={css.lines}>
      <Keyed each={props.row.lines} by={(line) => line.indicator}>
        {(line) => (
          <li class={css.line}>
            <p class={css.head}>
              <span>
                {line().name}
                <Show when={line().overridden}>
                  <span class={css.changed}>{` ✎ ${more().annual.cellStates.overridden}`}</span>
                </Show>
              </span>
              <b>{line().state === 'scored' ? pointsOf(line().points) : t().lineState[line().state]}</b>
            </p>
            <p class={css.why}>{line().why}</p>
            <Show when={line().mayObject}>
              <Show
                when={objecting() === line().indicator}
                fallback={
                  <button type="button" class={css.object} onClick={() => setObjecting(line().indicator)}>
                    {more().annual.object}
                  </button>
                }
              >
                <ObjectForm
                  id={props.id}
                  unitId={props.row.unitId}
                  indicator={line().indicator}
                  onDone={() => setObjecting(null)}
                />
              </Show>
            </Show>
          </li>
        )}
      </Keyed>
    </ul>
  );
}
