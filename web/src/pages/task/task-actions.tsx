import { createSignal, type JSX, Show } from 'solid-js';
import type { AssignmentDetail } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Decision } from '../../parts/decision/decision.tsx';
import { Attach } from '../../parts/evidence/attach.tsx';
import { Idle, Panel, Panels } from '../../parts/layout/panel.tsx';
import { ReportForm } from '../../parts/report/report-form.tsx';
import { problemOf } from '../../problem.ts';
import { AskExtension, DecideExtension } from './extension.tsx';
import css from './task-actions.module.css';
import type { useTask } from './use-task.ts';

interface TaskActionsProps {
  detail: AssignmentDetail;
  deeds: ReturnType<typeof useTask>;
}

/** What the viewer may do with an assignment as it stands; who may do nothing reads why. */
export function TaskActions(props: TaskActionsProps): JSX.Element {
  const [returning, setReturning] = createSignal(false);
  const can = () => props.detail.can;
  const row = () => props.detail.assignment;
  const moved = (): boolean => problemOf(props.deeds.decide.error).status === 409;
  const idle = (): boolean => !(can().report || can().attach || can().verify || can().decideExtension);
  return (
    <Panels>
      <Show when={can().verify}>
        <Panel title={t().verify.decision}>
          <Show when={props.deeds.decide.isError && moved()}>
            <p role="alert">{t().task.conflict}</p>
          </Show>
          <Decision
            of={row().id}
            busy={props.deeds.decide.isPending}
            error={moved() ? null : props.deeds.decide.error}
            returning={returning()}
            onReturning={setReturning}
            onPass={() => props.deeds.decide.mutate({ decision: 'verify', version: row().version })}
            onReturn={(reason) =>
              props.deeds.decide.mutate({ decision: 'return', reason, version: row().version })
            }
          />
        </Panel>
      </Show>
      <Show when={can().decideExtension}>
        <Panel title={t().extension.decide}>
          <DecideExtension row={row()} deed={props.deeds.decideExtension} />
        </Panel>
      </Show>
      <Show when={can().report}>
        <Panel title={t().report.title}>
          <ReportForm
            assignment={row()}
            busy={props.deeds.report.isPending}
            error={props.deeds.report.error}
            onSubmit={props.deeds.report.mutateAsync}
          >
            <Show when={can().attach}>
              <Attach onUpload={props.deeds.attach.mutateAsync} />
            </Show>
          </ReportForm>
        </Panel>
      </Show>
      <Show when={can().attach && !can().report}>
        <Panel title={t().evidence.add}>
          <Attach onUpload={props.deeds.attach.mutateAsync} />
        </Panel>
      </Show>
      <Show when={can().askExtension}>
        <details class={css.more}>
          <summary class={css.summary}>{t().extension.ask}</summary>
          <AskExtension row={row()} deed={props.deeds.askExtension} />
        </details>
      </Show>
      <Show when={idle()}>
        <Idle>{t().task.notActor}</Idle>
      </Show>
    </Panels>
  );
}
