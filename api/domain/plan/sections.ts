/**
 * The chapter a section stands in (所在章节): its number without the last part.
 * `四(三)1` → `四(三)`, `五(一)` → `五`, `表1.3` → `表1`; a section without parts is its own chapter.
 */
export function chapterOf(section: string): string {
  const parent = section.replace(/(?:\.?\d+|\([^()]*\)|第[^第条]+条|[①-⑳])$/u, '');
  return parent === '' ? section : parent;
}
