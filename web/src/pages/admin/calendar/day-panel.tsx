import { type JSX, Show } from 'solid-js';
import type { DayKind } from '../../../../../db/vocabulary.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import css from './calendar.module.css';
import { markOf } from './months.ts';
import type { DayChange, ShownDay } from './queries.ts';

interface DayPanelProps {
  day: ShownDay;
  known: boolean;
  mayEdit: boolean;
  busy: boolean;
  onChange: (changes: DayChange[]) => void;
}

/** One day: what is published of it, what the admin says, and the ways to change that. */
export function DayPanel(props: DayPanelProps): JSX.Element {
  const words = () => more().admin.calendar;
  const source = (): string => {
    if (props.day.word !== null) return words().adminWord;
    return props.known ? words().published : words().byWeek;
  };
  const say = (word: DayKind | null): void =>
    props.onChange([{ day: props.day.day, word, was: props.day.word }]);
  return (
    <section class={css.panel} aria-labelledby="chosen-day">
      <h2 id="chosen-day">{t().date.weekday(props.day.day)}</h2>
      <p>
        <b>{words().marks[markOf(props.day)]}</b>
        <Show when={props.day.name}>{(name) => <span> · {name()}</span>}</Show>
      </p>
      <p class={css.source}>{source()}</p>
      <Show when={props.mayEdit}>
        <div class={css.buttons}>
          <Show
            when={props.day.working}
            fallback={
              <Button busy={props.busy} onClick={() => say('work')}>
                {words().makeWork}
              </Button>
            }
          >
            <Button busy={props.busy} onClick={() => say('rest')}>
              {words().makeRest}
            </Button>
          </Show>
          <Show when={props.day.word !== null}>
            <Button look="words" busy={props.busy} onClick={() => say(null)}>
              {words().takeBack}
            </Button>
          </Show>
        </div>
      </Show>
    </section>
  );
}
