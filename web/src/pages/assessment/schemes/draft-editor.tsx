import { useQuery } from '@tanstack/solid-query';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { checkScheme, type Finding } from '../../../../../api/domain/score/check-scheme.ts';
import { readSchemeInput } from '../../../../../api/domain/score/read.ts';
import { diffSchemes } from '../../../../../api/domain/score/scheme-diff.ts';
import { RANKING_GROUPS } from '../../../../../db/vocabulary.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Tabs } from '../../../parts/forms/tabs.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useView } from '../../../parts/view.ts';
import { Changes } from './changes.tsx';
import { Confirm } from './confirm.tsx';
import css from './draft-editor.module.css';
import { useDraft } from './draft-state.ts';
import { Findings } from './findings.tsx';
import { IndicatorRow } from './indicator-row.tsx';
import { type SchemeBasis, type SchemeDetail, schemeQueries } from './queries.ts';
import { addIndicator, changeIndicator, removeIndicator } from './scheme-edits.ts';
import { Trial } from './trial.tsx';
import { Weights } from './weights.tsx';

/** What the draft is found to be, checked as the server will before it publishes. */
function findingsOn(
  detail: SchemeDetail,
  body: SchemeDetail['body'],
  basis: SchemeBasis | undefined,
): Finding[] {
  const sections = detail.sections.map(({ number }) => number);
  if (basis === undefined) return [...detail.findings];
  return checkScheme(body, {
    year: detail.year,
    groups: [...new Set(basis.units.map(({ group }) => group))],
    sections: sections.length === 0 ? null : new Set(sections),
    collected: new Set(Object.keys(basis.collected)),
  });
}

/** A draft to be edited, checked while one types, tried out, and published. */
export function DraftEditor(props: { detail: SchemeDetail }): JSX.Element {
  const state = useDraft(() => props.detail);
  const basis = useQuery(() => schemeQueries.basis(props.detail.id));
  const [group, setGroup] = useView('group', RANKING_GROUPS);
  const [asking, setAsking] = createSignal<'publish' | 'remove' | null>(null);
  const known = (): SchemeBasis | undefined => (basis.isPending ? undefined : basis.data);
  const findings = createMemo(() => findingsOn(props.detail, state.draft(), known()));
  const changes = createMemo(() => {
    const read = readSchemeInput(state.draft());
    const { before } = props.detail;
    if (!read.ok) return null;
    return before === null ? [] : diffSchemes(before.body, read.scheme);
  });
  const blocked = (): boolean => findings().some(({ weight }) => weight === 'fault');
  return (
    <>
      <PageHead
        title={more().schemes.title(props.detail.year, props.detail.version)}
        aside={[
          more().schemes.states.draft,
          state.unsaved() ? more().schemes.unsaved : more().schemes.saved,
        ].join(' · ')}
      >
        <span class={css.deeds}>
          <Button look="words" onClick={() => setAsking('remove')}>
            {more().schemes.remove}
          </Button>
          <Button disabled={!state.unsaved()} busy={state.saving()} onClick={state.save}>
            {more().schemes.save}
          </Button>
          <Button look="main" disabled={blocked()} onClick={() => setAsking('publish')}>
            {more().schemes.publish}
          </Button>
        </span>
      </PageHead>
      <ProblemNote error={state.problem()} />
      <Show when={state.overtaken()}>
        <section class={css.overtaken} role="alert">
          <h2>{more().schemes.overtaken}</h2>
          <p>{more().schemes.overtakenHint}</p>
          <ul>
            <For each={diffSchemes(props.detail.body, state.draft())}>{({ text }) => <li>{text}</li>}</For>
          </ul>
          <p class={css.choice}>
            <Button onClick={state.takeTheirs}>{more().schemes.takeTheirs}</Button>
            <Button busy={state.saving()} onClick={state.saveOver}>
              {more().schemes.keepMine}
            </Button>
          </p>
        </section>
      </Show>
      <div class={css.columns}>
        <div class={css.form}>
          <div class={css.bar}>
            <Tabs
              label={t().ranking.group}
              options={RANKING_GROUPS.map((key) => ({ key, name: t().group[key] }))}
              chosen={group()}
              onChoose={setGroup}
            />
            <Weights scheme={state.draft()} group={group()} onChange={state.edit} />
          </div>
          <ol>
            <For
              each={state
                .draft()
                .indicators.map(({ code, group: of }, at) => (of === group() ? `${at} ${code}` : ''))}
            >
              {(key) => {
                const at = Number(key.split(' ')[0]);
                return (
                  <Show when={key !== '' && state.draft().indicators[at]}>
                    {(indicator) => (
                      <IndicatorRow
                        indicator={indicator()}
                        path={`indicators[${at}]`}
                        findings={findings()}
                        sections={props.detail.sections}
                        collected={new Set(Object.keys(known()?.collected ?? {}))}
                        onChange={(fields) => state.edit(changeIndicator(state.draft(), at, fields))}
                        onDrop={() => state.edit(removeIndicator(state.draft(), at))}
                      />
                    )}
                  </Show>
                );
              }}
            </For>
          </ol>
          <Button onClick={() => state.edit(addIndicator(state.draft(), group(), more().schemes.newName))}>
            {more().schemes.add}
          </Button>
          <Findings findings={findings()} scheme={state.draft()} />
          <Show when={props.detail.before}>
            {(before) => <Changes version={before().version} changes={changes()} />}
          </Show>
        </div>
        <aside class={css.trial}>
          <Answered query={basis} waiting={<Skeleton lines={10} />}>
            {(data) => (
              <Trial
                draft={state.draft()}
                published={props.detail.before?.body ?? null}
                group={group()}
                basis={data()}
                findings={findings()}
              />
            )}
          </Answered>
        </aside>
      </div>
      <Confirm
        open={asking() === 'publish'}
        title={more().schemes.publishTitle}
        hint={more().schemes.publishHint}
        word={more().schemes.publishWord}
        deed={more().schemes.publish}
        busy={state.publish.isPending}
        onClose={() => setAsking(null)}
        onConfirm={() => state.publish.mutate()}
      />
      <Confirm
        open={asking() === 'remove'}
        title={more().schemes.removeTitle}
        hint={more().schemes.removeHint}
        word={more().schemes.removeWord}
        deed={more().schemes.remove}
        busy={state.remove.isPending}
        onClose={() => setAsking(null)}
        onConfirm={() => state.remove.mutate()}
      />
    </>
  );
}
