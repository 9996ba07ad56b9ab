import { type JSX, Match, Show, Switch } from 'solid-js';
import { scopeOf } from '../../../../api/domain/permissions.ts';
import { t } from '../../i18n/language.ts';
import { Choose } from '../../parts/forms/choose.tsx';
import { DayField } from '../../parts/forms/day-field.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { useMe } from '../../session.ts';
import css from './paste.module.css';
import type { OpenTask, Preview } from './queries.ts';
import { missingIn, type Row, type Says } from './rows.ts';

interface RowProps {
  row: Row;
  tasks: readonly OpenTask[];
  units: Preview['units'];
  /** What the server found wrong with it. */
  fault: string | undefined;
  busy: boolean;
  onUnit: (unitId: number) => void;
  onChange: (some: Partial<Row>) => void;
}

/** One message, or one of the reports in it: as it was said on the left, as it will be recorded on the right. */
export function MessageRow(props: RowProps): JSX.Element {
  const repeated = (): boolean => props.row.doubt === 'repeated';
  const wanted = (): string | null => {
    if (props.fault !== undefined) return props.fault;
    const missing = props.row.taken ? missingIn(props.row) : null;
    if (missing !== null) return t().paste.missing[missing];
    return props.row.doubt === null ? null : t().paste.doubts[props.row.doubt];
  };
  return (
    <li class={css.row} data-taken={props.row.taken ? '' : undefined}>
      <div>
        <label class={css.take}>
          <input
            type="checkbox"
            checked={props.row.taken}
            disabled={repeated()}
            onChange={(event) => props.onChange({ taken: event.currentTarget.checked })}
          />
          <span>
            <b>{props.row.read.name}</b>
            <span class={css.quiet}> {t().date.time(props.row.read.at)}</span>
          </span>
        </label>
        <blockquote class={css.words}>{props.row.read.text}</blockquote>
        <Show when={wanted()}>{(words) => <p class={css.doubt}>{words()}</p>}</Show>
      </div>
      <Show when={!repeated()}>
        <Of {...props} />
        <Claim row={props.row} onChange={props.onChange} />
      </Show>
    </li>
  );
}

/** Of which unit and which task it speaks. */
function Of(props: RowProps): JSX.Element {
  const words = () => t().paste;
  return (
    <div class={css.fields}>
      <Choose
        label={words().unit}
        required={props.row.unitId !== null}
        value={props.row.unitId === null ? '' : String(props.row.unitId)}
        all={words().choose}
        options={props.units.map(({ unitId, name }) => ({ value: String(unitId), name }))}
        onChoose={(value) => value !== '' && !props.busy && props.onUnit(Number(value))}
      />
      <Choose
        label={words().task}
        required={props.row.assignmentId !== null}
        value={props.row.assignmentId === null ? '' : String(props.row.assignmentId)}
        all={words().choose}
        options={props.tasks.map(({ assignmentId, code, title, period }) => ({
          value: String(assignmentId),
          name: `${code} ${title} · ${period}`,
        }))}
        onChoose={(value) =>
          props.onChange({
            assignmentId: value === '' ? null : Number(value),
            doubt: null,
            taken: value !== '',
          })
        }
      />
    </div>
  );
}

const SAYS: readonly Says[] = ['progress', 'done', 'extend'];
const digits = (text: string, most: number): string => text.replaceAll(/\D/g, '').slice(0, most);

/** What it says, and from when it counts. */
function Claim(props: { row: Row; onChange: RowProps['onChange'] }): JSX.Element {
  const me = useMe();
  const words = () => t().paste;
  const own = (): boolean => scopeOf(me().person.role, 'chat.paste') === 'own';
  return (
    <div class={css.fields}>
      <Choose
        required
        label={words().says}
        value={props.row.says}
        options={SAYS.map((value) => ({ value, name: words().kinds[value] }))}
        onChoose={(value) => props.onChange({ says: SAYS.find((each) => each === value) ?? 'progress' })}
      />
      <Switch>
        <Match when={props.row.says === 'progress'}>
          <div class={css.pair}>
            <Field label={words().percent}>
              {(tied) => (
                <input
                  {...tied}
                  inputmode="numeric"
                  value={props.row.percent}
                  onInput={(event) => props.onChange({ percent: digits(event.currentTarget.value, 3) })}
                />
              )}
            </Field>
            <Field label={words().count}>
              {(tied) => (
                <input
                  {...tied}
                  inputmode="numeric"
                  value={props.row.count}
                  onInput={(event) => props.onChange({ count: digits(event.currentTarget.value, 6) })}
                />
              )}
            </Field>
          </div>
        </Match>
        <Match when={props.row.says === 'extend'}>
          <Field label={words().reason}>
            {(tied) => (
              <input
                {...tied}
                maxlength="500"
                value={props.row.reason}
                onInput={(event) => props.onChange({ reason: event.currentTarget.value })}
              />
            )}
          </Field>
        </Match>
      </Switch>
      <Show when={props.row.says !== 'done'}>
        <DayField
          label={props.row.says === 'extend' ? words().extendUntil : words().until}
          value={props.row.until}
          onChoose={(until) => props.onChange({ until })}
        />
      </Show>
      <Show when={!own()} fallback={<p class={css.quiet}>{words().fromNow}</p>}>
        <Field label={words().from}>
          {(tied) => (
            <input
              {...tied}
              type="datetime-local"
              required
              value={props.row.from}
              onChange={(event) => {
                const { value } = event.currentTarget;
                const timed = props.row.doubt === 'future' || props.row.doubt === 'tooOld';
                if (value !== '')
                  props.onChange({
                    from: value.slice(0, 16),
                    ...(timed ? { doubt: null, taken: true } : {}),
                  });
              }}
            />
          )}
        </Field>
      </Show>
    </div>
  );
}
