import type { EvidenceFile, ProgressEntry } from '../../api.ts';

/** The evidence that counts for the next verification: what was attached since the last return, and not undone. */
export function evidenceInPlay(
  records: readonly Pick<ProgressEntry, 'kind' | 'undone' | 'evidence'>[],
): EvidenceFile[] {
  const lastReturn = records.map(({ kind }) => kind).lastIndexOf('returned');
  return records
    .slice(lastReturn + 1)
    .filter(({ undone }) => !undone)
    .flatMap(({ evidence }) => evidence);
}
