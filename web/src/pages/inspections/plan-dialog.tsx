import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { parseDay } from '../../../../api/domain/time/day.ts';
import type { Day } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Buttons } from '../../parts/forms/buttons.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { faultAt } from '../../problem.ts';
import { queries } from '../../queries.ts';
import { useMe } from '../../session.ts';
import css from './plan-dialog.module.css';
import {
  type InspectionChoices,
  type InspectionDetail,
  inspectionApi,
  inspectionQueries,
} from './queries.ts';

interface PlanProps {
  today: Day;
  /** The inspection to be changed; a new one where none is given. */
  changing?: InspectionDetail['inspection'];
  onClose: () => void;
  onDone: (detail: InspectionDetail) => void;
}

/** Plans an inspection (安排检查), or changes the day and the inspectors of one. */
export function PlanDialog(props: PlanProps): JSX.Element {
  const words = () => t().inspections;
  const choices = useQuery(() => inspectionQueries.choices());
  return (
    <Dialog open title={props.changing ? words().change : words().plan} onClose={props.onClose}>
      <Answered query={choices} waiting={<Skeleton lines={5} />}>
        {(data) => <PlanForm {...props} choices={data()} />}
      </Answered>
    </Dialog>
  );
}

function PlanForm(props: PlanProps & { choices: InspectionChoices }): JSX.Element {
  const me = useMe();
  const client = useQueryClient();
  const words = () => t().inspections;
  const units = useQuery(() => queries.units());
  const assessed = () =>
    (units.isPending ? [] : (units.data?.units ?? [])).filter((unit) => unit.rankingGroup !== null);
  const [unitId, setUnitId] = createSignal(props.changing?.unit.id ?? 0);
  const [listId, setListId] = createSignal(props.changing?.list.id ?? 0);
  const [heldOn, setHeldOn] = createSignal<string>(props.changing?.heldOn ?? props.today);
  const [chosen, setChosen] = createSignal<readonly number[]>(
    props.changing?.inspectors.map(({ id }) => id) ??
      props.choices.inspectors.map(({ id }) => id).filter((id) => id === me().person.id),
  );
  const [tried, setTried] = createSignal(false);
  const group = () => assessed().find(({ id }) => id === unitId())?.rankingGroup ?? null;
  const fitting = () =>
    props.choices.lists.filter((list) => unitId() === 0 || list.group === null || list.group === group());
  const list = (): number => fitting().find(({ id }) => id === listId())?.id ?? fitting()[0]?.id ?? 0;
  const ready = (): boolean =>
    unitId() > 0 && (list() > 0 || props.changing !== undefined) && chosen().length > 0;
  const send = useMutation(() => ({
    mutationFn: (day: Day) => {
      const inspectors = [...chosen()];
      const { changing } = props;
      return changing === undefined
        ? inspectionApi.plan({ unitId: unitId(), listId: list(), heldOn: day, inspectors })
        : inspectionApi.change(changing.id, { heldOn: day, inspectors, version: changing.version });
    },
    onSuccess: (detail: InspectionDetail) => {
      client.setQueryData(inspectionQueries.one(detail.inspection.id).queryKey, detail);
      void client.invalidateQueries({ queryKey: ['data', 'inspections'] });
      props.onDone(detail);
    },
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const day = parseDay(heldOn());
    if (ready() && day !== undefined) send.mutate(day);
  };
  const toggle = (id: number): void => {
    setChosen(chosen().includes(id) ? chosen().filter((each) => each !== id) : [...chosen(), id]);
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate>
      <Show when={props.changing === undefined}>
        <Choose
          label={words().unit}
          value={unitId() === 0 ? '' : String(unitId())}
          all={words().needUnit}
          options={assessed().map((unit) => ({ value: String(unit.id), name: unit.shortName }))}
          onChoose={(value) => setUnitId(Number(value))}
        />
        <Show when={fitting().length > 0} fallback={<p class={css.fault}>{words().noLists}</p>}>
          <Choose
            label={words().list}
            value={String(list())}
            required
            options={fitting().map(({ id, title, version }) => ({
              value: String(id),
              name: `${title} · ${words().version(version)}`,
            }))}
            onChoose={(value) => setListId(Number(value))}
          />
        </Show>
      </Show>
      <Show when={props.changing?.state !== 'completed'}>
        <Field label={words().heldOn} fault={faultAt(send.error, 'heldOn')}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              required
              value={heldOn()}
              onInput={(event) => setHeldOn(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <fieldset class={css.people}>
        <legend class={css.legend}>{words().inspectors}</legend>
        <For each={props.choices.inspectors}>
          {(person) => (
            <label class={css.person}>
              <input
                type="checkbox"
                checked={chosen().includes(person.id)}
                disabled={person.unitId === unitId()}
                onChange={() => toggle(person.id)}
              />
              <span>
                {person.name}
                <Show when={person.unitId === unitId()}>
                  <span class={css.quiet}>{` ${words().ownUnit}`}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={tried() && !ready()}>
        <p class={css.fault} role="alert">
          {unitId() === 0
            ? words().needUnit
            : chosen().length === 0
              ? words().needInspector
              : words().needList}
        </p>
      </Show>
      <ProblemNote error={send.error} />
      <Buttons>
        <Button look="main" type="submit" busy={send.isPending}>
          {props.changing ? words().save : words().plan}
        </Button>
        <Button onClick={props.onClose}>{t().common.cancel}</Button>
      </Buttons>
    </form>
  );
}
