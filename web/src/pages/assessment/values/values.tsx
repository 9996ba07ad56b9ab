import { useMutation, useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { RANKING_GROUPS } from '../../../../../db/vocabulary.ts';
import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { DownloadLink } from '../../../parts/download-link.tsx';
import { FilePicker } from '../../../parts/forms/file-picker.tsx';
import { Tabs } from '../../../parts/forms/tabs.tsx';
import { Icon } from '../../../parts/marks/icon.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useView } from '../../../parts/view.ts';
import { Check } from './check.tsx';
import { Enter } from './enter.tsx';
import { checkFile, valuesQuery } from './queries.ts';
import { useRecord } from './use-record.ts';
import { type Opened, ValueTable } from './value-table.tsx';
import css from './values.module.css';

/** The reported values (填报值) of the year: as they stand, by hand, or from a template looked at before it is stored. */
export default function Values(): JSX.Element {
  const [group, setGroup] = useView('group', RANKING_GROUPS);
  const values = useQuery(() => valuesQuery());
  const [opened, setOpened] = createSignal<Opened | null>(null);
  const [saved, setSaved] = createSignal<number | null>(null);
  const check = useMutation(() => ({ mutationFn: checkFile }));
  const byHand = useRecord((n) => {
    setOpened(null);
    setSaved(n);
  });
  const byFile = useRecord((n) => {
    check.reset();
    setSaved(n);
  });
  const open = (cell: Opened): void => {
    byHand.reset();
    setOpened(cell);
  };
  const upload = (file: File | undefined): void => {
    setSaved(null);
    byFile.reset();
    if (file !== undefined) check.mutate(file);
  };
  const table = () => (values.isPending ? undefined : values.data);
  return (
    <>
      <PageHead
        title={t().values.title}
        aside={<Show when={table()}>{(data) => t().values.basis(data().year, data().version)}</Show>}
      >
        <Tabs
          label={t().ranking.group}
          options={RANKING_GROUPS.map((key) => ({ key, name: t().group[key] }))}
          chosen={group()}
          onChoose={setGroup}
        />
      </PageHead>
      <div class={css.tools} data-screen-only>
        <DownloadLink href="/api/assessment/values/template.xlsx">{t().values.template}</DownloadLink>
        <FilePicker
          class={css.pick}
          accept=".xlsx"
          disabled={check.isPending}
          onPick={([file]) => upload(file)}
        >
          <Icon name="upload" />
          {check.isPending ? t().values.uploading : t().values.upload}
        </FilePicker>
      </div>
      <p class={css.small}>{t().values.hint}</p>
      <p class={css.saved} role="status">
        <Show when={saved()}>{(n) => `✓ ${t().values.saved(n())}`}</Show>
      </p>
      <ProblemNote error={check.error} />
      <Show when={check.data}>
        {(found) => <Check check={found()} table={table()} deed={byFile} onDiscard={() => check.reset()} />}
      </Show>
      <Answered query={values} waiting={<Skeleton lines={12} tall />}>
        {(data) => {
          const shown = () => data().groups.find(({ key }) => key === group());
          return (
            <Show
              when={(shown()?.indicators.length ?? 0) > 0 && shown()}
              fallback={<Empty title={t().values.none} hint={t().values.noneHint} />}
            >
              {(each) => <ValueTable group={each()} onOpen={open} />}
            </Show>
          );
        }}
      </Answered>
      <Dialog
        open={opened() !== null}
        title={`${opened()?.row.name ?? ''} ${opened()?.indicator.name ?? ''}`}
        onClose={() => setOpened(null)}
      >
        <Show when={opened()} keyed>
          {(each) => <Enter opened={each} deed={byHand} />}
        </Show>
      </Dialog>
    </>
  );
}
