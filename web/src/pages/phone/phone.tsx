import { useParams } from '@solidjs/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createEffect, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { api, type PhonePage, type Progress, type Upload } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Attach } from '../../parts/evidence/attach.tsx';
import { evidenceInPlay } from '../../parts/evidence/evidence-in-play.ts';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { personLabel } from '../../parts/person-label.ts';
import { ReportForm } from '../../parts/report/report-form.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { problemText } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { problemOf } from '../../problem.ts';
import { queries } from '../../queries.ts';
import { progressText } from '../tasks/task-words.ts';
import css from './phone.module.css';

/** The phone page (手机页) behind a reminder's link: one assignment, reported in three taps, without signing in. */
export default function Phone(): JSX.Element {
  const params = useParams();
  const token = (): string => params.token ?? '';
  const page = useQuery(() => queries.phone(token()));
  const refused = (): boolean => page.isError && [401, 403, 404].includes(problemOf(page.error).status);
  createEffect(() => {
    document.title = `${t().phone.title} · ${t().name}`;
  });
  return (
    <div class={css.page}>
      <header class={css.header}>
        <span class={css.seal} aria-hidden="true" />
        <span class={css.name}>{t().name}</span>
      </header>
      <main class={css.main}>
        <Show
          when={!refused()}
          fallback={
            <>
              <h1 class={css.title}>{t().phone.expired}</h1>
              <p>{problemText(problemOf(page.error))}</p>
              <p class={css.hint}>{t().phone.expiredHint}</p>
            </>
          }
        >
          <Answered query={page} waiting={<Skeleton lines={8} />}>
            {(detail) => <Opened detail={detail()} token={token()} />}
          </Answered>
        </Show>
      </main>
    </div>
  );
}

/** Why the last submission came back, where it did. */
function returnedReason(detail: PhonePage): string | null {
  if (detail.assignment.state !== 'returned') return null;
  const returns = detail.records.filter(({ kind }) => kind === 'returned');
  return returns[returns.length - 1]?.reason ?? null;
}

function Opened(props: { detail: PhonePage; token: string }): JSX.Element {
  const row = () => props.detail.assignment;
  return (
    <>
      <p class={css.hello}>{personLabel(props.detail.person.unit, props.detail.person.name)}</p>
      <h1 class={css.title}>{row().title}</h1>
      <p class={css.standing}>
        <LightMark light={row().light} />
        <span>{`${row().code} · ${row().periodLabel}`}</span>
      </p>
      <dl class={css.facts}>
        <dt>{t().task.due}</dt>
        <dd>{t().date.weekday(row().dueOn)}</dd>
        <dt>{t().task.progress}</dt>
        <dd>{progressText(row())}</dd>
      </dl>
      <Show when={returnedReason(props.detail)}>
        {(reason) => (
          <p class={css.returned}>
            <b>{t().phone.returned}</b>
            {reason()}
          </p>
        )}
      </Show>
      <Reporting detail={props.detail} token={props.token} />
    </>
  );
}

function Reporting(props: { detail: PhonePage; token: string }): JSX.Element {
  const client = useQueryClient();
  const [saved, setSaved] = createSignal(false);
  const show = (detail: PhonePage): void =>
    void client.setQueryData(queries.phone(props.token).queryKey, detail);
  const report = useMutation(() => ({
    mutationFn: (progress: Progress) => api.phoneReport(props.token, progress),
    onSuccess: (detail) => {
      show(detail);
      setSaved(true);
    },
  }));
  const attach = useMutation(() => ({
    mutationFn: (upload: Upload) => api.phoneAttach(props.token, upload),
    onSuccess: show,
  }));
  const state = () => props.detail.assignment.state;
  const files = () => evidenceInPlay(props.detail.records);
  const Evidence = (): JSX.Element => (
    <Show when={props.detail.can.attach}>
      <div class={css.evidence}>
        <h2 class={css.step}>{t().phone.step2}</h2>
        <EvidenceList files={files()} plain />
        <Attach onUpload={attach.mutateAsync} />
      </div>
    </Show>
  );

  return (
    <Switch
      fallback={
        <ReportForm
          assignment={props.detail.assignment}
          busy={report.isPending}
          error={report.error}
          onSubmit={report.mutateAsync}
        >
          <Show when={saved()}>
            <p class={css.saved} role="status">
              {t().phone.saved}
            </p>
          </Show>
          <Evidence />
        </ReportForm>
      }
    >
      <Match when={state() === 'done'}>
        <p class={css.finished}>{t().phone.finished}</p>
      </Match>
      <Match when={state() === 'submitted'}>
        <p class={css.finished} role="status">
          {saved() ? t().phone.done : t().phone.waiting}
        </p>
        <Evidence />
      </Match>
    </Switch>
  );
}
