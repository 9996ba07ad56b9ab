import { For, type JSX, Show } from 'solid-js';
import type { Finding } from '../../../../../api/domain/score/check-scheme.ts';
import type { Scheme } from '../../../../../api/domain/score/scheme.ts';
import { more } from '../../../i18n/language.ts';
import css from './findings.module.css';

/** What a finding is about: the name of its indicator, or nothing for what concerns the whole. */
function aboutOf({ path }: Finding, scheme: Scheme): string {
  const at = /^indicators\[(\d+)\]/.exec(path)?.[1];
  const name = at === undefined ? undefined : scheme.indicators[Number(at)]?.name;
  return name === undefined ? '' : `${name}：`;
}

/** Everything that was found (发布前检查), the faults first. */
export function Findings(props: { findings: readonly Finding[]; scheme: Scheme }): JSX.Element {
  const those = (weight: Finding['weight']) => props.findings.filter((finding) => finding.weight === weight);
  return (
    <section class={css.findings} aria-labelledby="checks">
      <h2 id="checks" class={css.title}>
        {more().schemes.checks}
      </h2>
      <Show when={props.findings.length > 0} fallback={<p class={css.none}>{more().schemes.noFindings}</p>}>
        <Part
          findings={those('fault')}
          scheme={props.scheme}
          title={more().schemes.faults(those('fault').length)}
        />
        <Part
          findings={those('doubt')}
          scheme={props.scheme}
          title={more().schemes.doubts(those('doubt').length)}
        />
      </Show>
    </section>
  );
}

function Part(props: { findings: readonly Finding[]; scheme: Scheme; title: string }): JSX.Element {
  return (
    <Show when={props.findings.length > 0}>
      <h3 class={css.part}>{props.title}</h3>
      <ul>
        <For each={props.findings}>
          {(finding) => <li class={css.finding}>{`${aboutOf(finding, props.scheme)}${finding.message}`}</li>}
        </For>
      </ul>
    </Show>
  );
}
