import { createMemo, type JSX, Show } from 'solid-js';
import type { Finding } from '../../../../../api/domain/score/check-scheme.ts';
import type { Scheme } from '../../../../../api/domain/score/scheme.ts';
import { type Trial as Tried, tryOut } from '../../../../../api/domain/score/try-out.ts';
import { parseDay } from '../../../../../api/domain/time/day.ts';
import { scoreOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { Keyed } from '../../../parts/keyed.tsx';
import { Changed } from '../../../parts/marks/changed.tsx';
import { Movement } from '../../../parts/marks/movement.tsx';
import type { SchemeBasis } from './queries.ts';
import css from './trial.module.css';

interface TrialProps {
  draft: Scheme;
  /** What is in force; null for the first scheme of a year. */
  published: Scheme | null;
  group: string;
  basis: SchemeBasis;
  findings: readonly Finding[];
}

/** A sum of weights that is not 100 can be scored by; any other fault of the format makes no rule. */
const isSound = (findings: readonly Finding[]): boolean =>
  findings.every(
    ({ weight, path }) => weight !== 'fault' || /\.(weight|measure|section|key|min)$|^year$/.test(path),
  );

/** The ranking that a draft would give (试算), beside the one in force; the engine runs right here. */
export function Trial(props: TrialProps): JSX.Element {
  const run = (scheme: Scheme): Tried =>
    tryOut({ ...scheme, asOf: parseDay(props.basis.day) ?? scheme.asOf }, props.basis, props.basis.units);
  const tried = createMemo(() => (isSound(props.findings) ? run(props.draft) : null));
  const ranks = createMemo(
    () =>
      new Map(
        props.published === null ? [] : run(props.published).results.map(({ unit, rank }) => [unit, rank]),
      ),
  );
  const names = createMemo(() => new Map(props.basis.units.map(({ key, name }) => [key, name])));
  const rows = () => tried()?.results.filter(({ group }) => group === props.group) ?? [];
  const unfit = (): string =>
    props.draft.indicators
      .filter(({ code, group }) => group === props.group && tried()?.unfit.includes(code))
      .map(({ name }) => name)
      .join('、');
  const uneven = (): boolean => props.findings.some(({ path }) => path.endsWith('.weight'));
  return (
    <section class={css.trial} aria-labelledby="trial" aria-live="off">
      <h2 id="trial" class={css.title}>
        {more().schemes.trial}
      </h2>
      <p class={css.hint}>
        {more().schemes.trialHint(t().date.short(parseDay(props.basis.day) ?? props.draft.asOf))}
      </p>
      <Show when={uneven()}>
        <p class={css.hint}>{more().schemes.trialWeights}</p>
      </Show>
      <Show when={unfit() !== ''}>
        <p class={css.hint}>{more().schemes.trialUnfit(unfit())}</p>
      </Show>
      <Show when={tried()} fallback={<p class={css.hint}>{more().schemes.trialBroken}</p>}>
        <table class={css.table}>
          <thead>
            <tr>
              <th scope="col" class={css.number}>
                {t().ranking.rank}
              </th>
              <th scope="col">{t().ranking.unit}</th>
              <th scope="col" class={css.number}>
                {t().ranking.score}
              </th>
              <th scope="col" class={css.number}>
                {more().schemes.moved}
              </th>
              <th scope="col">{t().ranking.grade}</th>
            </tr>
          </thead>
          <tbody>
            <Keyed each={rows()} by={({ unit }) => unit}>
              {(row) => (
                <tr>
                  <td class={css.number}>
                    <Changed value={row().rank}>{row().rank ?? t().common.missing}</Changed>
                  </td>
                  <th scope="row">{names().get(row().unit)}</th>
                  <td class={css.number}>
                    <Changed value={row().total}>
                      {((total) => (total === null ? t().common.missing : scoreOf(total)))(row().total)}
                    </Changed>
                  </td>
                  <td class={css.number}>
                    <Movement rank={row().rank} previous={ranks().get(row().unit) ?? null} />
                  </td>
                  <td>{row().grade ?? t().common.missing}</td>
                </tr>
              )}
            </Keyed>
          </tbody>
        </table>
      </Show>
    </section>
  );
}
