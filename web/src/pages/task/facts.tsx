import { type JSX, Show } from 'solid-js';
import type { AssignmentDetail } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Changed } from '../../parts/marks/changed.tsx';
import { useMe } from '../../session.ts';
import { progressText, timeText } from '../tasks/task-words.ts';
import css from './facts.module.css';

function Fact(props: { name: string; children: JSX.Element }): JSX.Element {
  return (
    <div class={css.fact}>
      <dt class={css.name}>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** What an assignment asks for: days, target, progress, the item it comes from with the plan's own sentence. */
export function Facts(props: { detail: AssignmentDetail }): JSX.Element {
  const me = useMe();
  const row = () => props.detail.assignment;
  const item = () => props.detail.item;
  const limits = (): string =>
    [
      row().firstDueOn === row().dueOn ? null : t().task.firstDue(t().date.short(row().firstDueOn)),
      row().lastDueOn === null ? null : t().task.lastDue(t().date.short(row().lastDueOn ?? row().dueOn)),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <section>
      <dl class={css.facts}>
        <Fact name={t().task.due}>
          <Changed value={row().dueOn}>
            <b>{t().date.weekday(row().dueOn)}</b>
          </Changed>
          <Show when={limits() !== ''}>
            <span class={css.quiet}>{limits()}</span>
          </Show>
        </Fact>
        <Fact name={t().tasks.remaining}>{timeText(row(), me().today) || t().common.missing}</Fact>
        <Fact name={t().task.progress}>
          <Changed value={progressText(row())}>
            <b>{progressText(row())}</b>
          </Changed>
        </Fact>
        <Fact name={t().task.opens}>{t().date.short(row().opensOn)}</Fact>
        <Show when={item().lead.length > 0}>
          <Fact name={t().task.lead}>{item().lead.join('、')}</Fact>
        </Show>
        <Show when={item().support.length > 0}>
          <Fact name={t().task.support}>{item().support.join('、')}</Fact>
        </Show>
      </dl>
      <p class={css.item}>{`${item().section} ${item().title}`}</p>
      <Show when={item().quote}>
        <blockquote class={css.quote}>
          <span class={css.quiet}>{t().task.quote}</span>
          <p>{item().quote}</p>
        </blockquote>
      </Show>
    </section>
  );
}
