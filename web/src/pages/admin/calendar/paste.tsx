import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { readArrangement } from '../../../../../api/domain/time/read-arrangement.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import css from './calendar.module.css';
import { markOf } from './months.ts';
import type { CalendarYear, DayChange } from './queries.ts';

interface PasteProps {
  calendar: CalendarYear;
  busy: boolean;
  error: unknown;
  onChange: (changes: DayChange[]) => void;
}

/** The days of the year on which a text says otherwise than the calendar has it now. */
function changesOf(
  text: string,
  calendar: CalendarYear,
): { changes: DayChange[]; doubts: readonly string[] } {
  const { days, doubts } = readArrangement(text, calendar.year);
  const changes: DayChange[] = [];
  for (const { day, working, word } of calendar.days) {
    const said = days.get(day);
    if (said !== undefined && (said === 'work') !== working) changes.push({ day, word: said, was: word });
  }
  return { changes, doubts };
}

/** The published arrangement pasted as text (粘贴放假安排): what it would change is shown before it does. */
export function Paste(props: PasteProps): JSX.Element {
  const [text, setText] = createSignal('');
  const words = () => more().admin.calendar;
  const read = createMemo(() => changesOf(text(), props.calendar));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (read().changes.length > 0) props.onChange(read().changes);
  };
  return (
    <form class={css.paste} onSubmit={submit}>
      <ProblemNote error={props.error} />
      <WordsField
        label={words().pasteLabel(props.calendar.year)}
        hint={words().pasteHint}
        rows={6}
        most={20000}
        value={text()}
        onType={setText}
      />
      <Show when={text().trim() !== ''}>
        <p role="status">{words().wouldChange(read().changes.length)}</p>
        <ul class={css.changes}>
          <For each={read().changes}>
            {({ day, word }) => (
              <li>
                {t().date.weekday(day)} <b>{words().marks[markOf({ day, working: word === 'work' })]}</b>
              </li>
            )}
          </For>
        </ul>
        <Show when={read().doubts.length > 0}>
          <p>{words().doubts}</p>
          <ul class={css.changes}>
            <For each={read().doubts}>{(doubt) => <li>{doubt}</li>}</For>
          </ul>
        </Show>
      </Show>
      <Button look="main" type="submit" busy={props.busy} disabled={read().changes.length === 0}>
        {words().takeOver}
      </Button>
    </form>
  );
}
