import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { pointsOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { Keyed } from '../../../parts/keyed.tsx';
import { Icon } from '../../../parts/marks/icon.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import css from './cell-panel.module.css';
import { ClaimDecision } from './claim-decision.tsx';
import { FileLinks } from './file-links.tsx';
import { OverrideForm } from './override-form.tsx';
import { type Annual, annualQueries, type Cell } from './queries.ts';

interface CellPanelProps {
  annual: Annual;
  unitId: number;
  indicator: string;
  onClose: () => void;
}

/** One cell of the workbench opened: its value, why, what happened to it, and what can be done. */
export function CellPanel(props: CellPanelProps): JSX.Element {
  const cell = useQuery(() => annualQueries.cell(props.annual.id, props.unitId, props.indicator));
  return (
    <aside class={css.panel} aria-label={more().annual.cell}>
      <button type="button" class={css.close} aria-label={t().common.close} onClick={() => props.onClose()}>
        <Icon name="close" />
      </button>
      <Answered query={cell} waiting={<Skeleton lines={6} tall />}>
        {(data) => (
          <>
            <h2 class={css.title}>{`${data().unit} · ${data().head.name}`}</h2>
            <p class={css.facts}>
              {[
                more().annual.source[data().head.source],
                data().head.weight > 0 ? more().annual.weight(pointsOf(data().head.weight)) : null,
                data().head.section,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            <dl class={css.sum}>
              <dt>{more().annual.value}</dt>
              <dd>{data().line.value ?? t().common.missing}</dd>
              <dt>{more().annual.points}</dt>
              <dd class={css.points}>
                {data().line.state === 'scored'
                  ? pointsOf(data().line.points)
                  : t().lineState[data().line.state]}
              </dd>
            </dl>
            <p class={css.why}>{data().line.why}</p>
            <Claims annual={props.annual} cell={data()} />
            <Marks cell={data()} />
            <Overrides cell={data()} />
            <Objections cell={data()} />
            <Show when={props.annual.can.override}>
              <For each={[`${props.unitId}/${props.indicator}`]}>
                {() => (
                  <OverrideForm
                    id={props.annual.id}
                    unitId={props.unitId}
                    indicator={props.indicator}
                    cell={data()}
                  />
                )}
              </For>
            </Show>
          </>
        )}
      </Answered>
    </aside>
  );
}

function Claims(props: { annual: Annual; cell: Cell }): JSX.Element {
  const files = () => props.cell.files.filter(({ use }) => use === 'claim');
  return (
    <Show when={props.cell.claims.length > 0 || files().length > 0}>
      <h3 class={css.part}>{more().annual.selfOf}</h3>
      <Keyed each={props.cell.claims} by={(claim) => claim.id}>
        {(claim, at) => (
          <div class={css.entry}>
            <p>
              <b>{claim().value ?? more().annual.onlyExplained}</b>
              <Show when={claim().state}>
                {(state) => (
                  <span class={css.facts}>
                    {` ${more().annual.claim[state()]}${claim().decidedBy === null ? '' : ` · ${claim().decidedBy}`}`}
                  </span>
                )}
              </Show>
            </p>
            <Show when={claim().note}>{(note) => <p>{note()}</p>}</Show>
            <Show when={claim().reason}>{(reason) => <p>{more().annual.returnedBecause(reason())}</p>}</Show>
            <p class={css.facts}>
              {[claim().person, t().date.time(claim().at)].filter((part) => part !== null).join(' · ')}
            </p>
            <Show when={at() === 0 && claim().state === 'waiting' && props.annual.can.verify}>
              <ClaimDecision id={props.annual.id} claimId={claim().id} />
            </Show>
          </div>
        )}
      </Keyed>
      <FileLinks files={files()} />
    </Show>
  );
}

function Marks(props: { cell: Cell }): JSX.Element {
  return (
    <Show when={props.cell.head.source === 'judged'}>
      <h3 class={css.part}>{more().annual.marks}</h3>
      <Show when={props.cell.marks.length > 0} fallback={<p class={css.facts}>{more().annual.noMarks}</p>}>
        <ul>
          <For each={props.cell.marks}>
            {(mark) => (
              <li class={css.mark}>
                <span>{mark.person}</span>
                <b>{mark.mark}</b>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Show>
  );
}

function Overrides(props: { cell: Cell }): JSX.Element {
  const files = () => props.cell.files.filter(({ use }) => use === 'override');
  return (
    <Show when={props.cell.overrides.length > 0}>
      <h3 class={css.part}>{more().annual.overrides}</h3>
      <For each={props.cell.overrides}>
        {(each) => (
          <div class={css.entry}>
            <p>
              <b>{each.value ?? more().annual.withdrawn}</b>
              {` ${each.reason}`}
            </p>
            <p class={css.facts}>
              {[each.person, t().date.time(each.at), each.byObjection ? more().annual.byObjection : null]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
        )}
      </For>
      <FileLinks files={files()} />
    </Show>
  );
}

function Objections(props: { cell: Cell }): JSX.Element {
  return (
    <For each={props.cell.objections}>
      {(each) => (
        <>
          <h3 class={css.part}>{more().annual.objection}</h3>
          <p>{each.text}</p>
          <Show when={each.verdict} fallback={<p class={css.facts}>{more().annual.unanswered}</p>}>
            {(verdict) => (
              <p>{more().annual.answered(more().annual.verdicts[verdict()], each.reason ?? '')}</p>
            )}
          </Show>
        </>
      )}
    </For>
  );
}
