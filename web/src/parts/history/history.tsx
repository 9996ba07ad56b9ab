import { For, type JSX, Show } from 'solid-js';
import type { ProgressEntry } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { Button } from '../forms/button.tsx';
import { Moment, Moments } from '../layout/moment.tsx';
import { Empty } from '../states/empty.tsx';
import css from './history.module.css';

interface HistoryProps {
  records: readonly ProgressEntry[];
  /** The record that the viewer may take back. */
  undoable: number | null;
  undoing: boolean;
  onUndo: (recordId: number) => void;
  /** Without links to files. */
  plain?: boolean;
}

/** What the day that a record names means. */
function untilText(record: ProgressEntry): string | null {
  if (record.untilOn === null) return null;
  const day = t().date.short(record.untilOn);
  if (record.kind === 'extensionAsked') return t().task.extensionUntil(day);
  return record.kind === 'extensionGranted' ? t().task.grantedUntil(day) : t().task.until(day);
}

/** Everything that happened to an assignment (办理过程), newest first, with who said it, how, and what it said. */
export function History(props: HistoryProps): JSX.Element {
  const newestFirst = () => [...props.records].reverse();
  return (
    <Show
      when={props.records.length > 0}
      fallback={<Empty title={t().task.noHistory} hint={t().task.noHistoryHint} />}
    >
      <Moments>
        <For each={newestFirst()}>
          {(record) => (
            <Moment
              what={t().record[record.kind]}
              by={[record.person?.name, t().channel[record.channel], t().date.time(record.at)]
                .filter((part) => part !== undefined)
                .join(' · ')}
              strong={record.kind === 'submitted' || record.kind === 'verified'}
              undone={record.undone ? t().task.undone : undefined}
            >
              <Said record={record} />
              <Show when={record.evidence.length > 0}>
                <EvidenceList files={record.evidence} plain={props.plain ?? false} />
              </Show>
              <Show when={props.undoable === record.id}>
                <Button look="words" busy={props.undoing} onClick={() => props.onUndo(record.id)}>
                  {t().task.undo}
                </Button>
              </Show>
            </Moment>
          )}
        </For>
      </Moments>
    </Show>
  );
}

/** What a record says: figures, the day it names, the note, the reason, the chat message behind it. */
function Said(props: { record: ProgressEntry }): JSX.Element {
  const figures = (): string =>
    [
      props.record.percent === null ? null : `${props.record.percent}%`,
      props.record.count === null ? null : t().common.count(props.record.count),
      untilText(props.record),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <>
      <Show when={figures() !== ''}>
        <p>{figures()}</p>
      </Show>
      <Show when={props.record.note}>
        <p>{props.record.note}</p>
      </Show>
      <Show when={props.record.reason}>
        <p>{`${t().task.reason}：${props.record.reason}`}</p>
      </Show>
      <Show when={props.record.message}>
        <blockquote class={css.bubble} title={t().task.said}>
          {props.record.message}
        </blockquote>
      </Show>
    </>
  );
}
