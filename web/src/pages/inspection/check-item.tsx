import { createSignal, For, type JSX, Show } from 'solid-js';
import { VERDICTS, type Verdict } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Attach } from '../../parts/evidence/attach.tsx';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import type { InspectionDetail, InspectionItem } from '../inspections/queries.ts';
import css from './check-item.module.css';
import { Finding } from './finding.tsx';
import { UnmetForm } from './unmet-form.tsx';
import type { InspectionDeeds } from './use-inspection.ts';
import type { Sheet } from './use-sheet.ts';

interface CheckItemProps {
  id: number;
  item: InspectionItem;
  detail: InspectionDetail;
  sheet: Sheet;
  deeds: InspectionDeeds;
  /** The one that keys are meant for. */
  current: boolean;
  /** Whether what is wrong is being written. */
  writing: boolean;
  onWriting: (writing: boolean) => void;
  onHere: () => void;
}

/** One item of the sheet (检查项): three large buttons while it may be filled in, what was found, and its files. */
export function CheckItem(props: CheckItemProps): JSX.Element {
  const [correcting, setCorrecting] = createSignal(false);
  const words = () => t().inspections;
  const standing = () => props.item.findings.at(-1);
  const sending = () => props.sheet.on(props.item.item);
  const verdict = (): Verdict | undefined =>
    props.writing ? 'unmet' : (sending()?.answer.verdict ?? standing()?.verdict);
  const completed = (): boolean => props.detail.inspection.state === 'completed';
  const open = (): boolean => props.detail.can.record && (!completed() || correcting());
  const choose = (each: Verdict): void => {
    props.onHere();
    props.onWriting(each === 'unmet');
    if (each === 'unmet') return;
    if (verdict() !== each) props.sheet.answer(props.detail, { item: props.item.item, verdict: each });
    setCorrecting(false);
  };
  const title = `item-${props.item.item}`;
  return (
    <li class={css.item} id={`check-${props.item.item}`} data-current={props.current ? '' : undefined}>
      <div class={css.head}>
        <span class={css.number}>{props.item.item}</span>
        <p class={css.text}>
          <span id={title}>{props.item.text}</span>
          <span class={css.quiet}>
            {[props.item.section, props.item.weight === null ? null : words().weight(props.item.weight)]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </p>
      </div>
      <div class={css.body}>
        <Show when={open()}>
          <fieldset class={css.verdicts} aria-labelledby={title} data-screen-only>
            <For each={VERDICTS}>
              {(each) => (
                <button
                  type="button"
                  class={css.verdict}
                  data-verdict={each}
                  aria-pressed={verdict() === each}
                  onFocus={() => props.onHere()}
                  onClick={() => choose(each)}
                >
                  {words().verdict[each]}
                </button>
              )}
            </For>
          </fieldset>
          <p class={css.paper} aria-hidden="true">
            <For each={VERDICTS}>
              {(each) => <span>{`${verdict() === each ? '☑' : '□'} ${words().verdict[each]}`}</span>}
            </For>
          </p>
        </Show>
        <Show when={sending()?.error}>
          {(error) => (
            <div class={css.stuck}>
              <b>{words().notSaved}</b>
              <ProblemNote error={error()} />
              <Button
                onClick={() => {
                  const stuck = sending();
                  if (stuck) props.sheet.answer(props.detail, stuck.answer);
                }}
              >
                {t().common.retry}
              </Button>
              <Button look="words" onClick={() => props.sheet.forget(props.item.item)}>
                {t().common.cancel}
              </Button>
            </div>
          )}
        </Show>
        <Show when={open() && props.writing}>
          <UnmetForm
            id={props.id}
            item={props.item.item}
            first={standing()}
            until={props.detail.suggestedRectifyBy}
            earliest={props.detail.inspection.heldOn}
            onCancel={() => props.onWriting(false)}
            onSave={(said) => {
              props.sheet.answer(props.detail, { item: props.item.item, verdict: 'unmet', ...said });
              props.onWriting(false);
              setCorrecting(false);
            }}
          />
        </Show>
        <div class={css.foot}>
          <Show
            when={standing()}
            fallback={
              <Show when={!open()}>
                <p class={css.quiet}>{words().unanswered}</p>
              </Show>
            }
          >
            {(finding) => (
              <Finding
                finding={finding()}
                named={!open()}
                signed={!completed() || props.item.findings.length > 1}
              />
            )}
          </Show>
          <Show when={props.detail.can.record}>
            <div class={css.more} data-screen-only>
              <details>
                <summary
                  class={css.summary}
                  aria-label={`${words().itemOf(props.item.item)} ${words().attach}`}
                >
                  {words().attach}
                </summary>
                <Attach
                  onUpload={(upload) => props.deeds.attach.mutateAsync({ item: props.item.item, upload })}
                />
              </details>
              <Show when={completed() && !correcting()}>
                <button
                  type="button"
                  class={css.summary}
                  aria-label={`${words().itemOf(props.item.item)} ${words().correct}`}
                  onClick={() => setCorrecting(true)}
                >
                  {words().correct}
                </button>
              </Show>
              <span class={css.quiet} role="status">
                {sending()?.busy ? words().saving : ''}
              </span>
            </div>
          </Show>
        </div>
        <Show when={props.item.evidence.length > 0}>
          <EvidenceList files={props.item.evidence} from="/api/inspection-evidence" />
        </Show>
        <Show when={completed() && props.item.findings.length > 1}>
          <details>
            <summary class={css.summary}>{words().corrected}</summary>
            <For each={props.item.findings.slice(0, -1).reverse()}>
              {(finding) => <Finding finding={finding} named signed />}
            </For>
          </details>
        </Show>
      </div>
    </li>
  );
}
