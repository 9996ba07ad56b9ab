import { expect, test } from 'vitest';
import { chapterOf } from './sections.ts';

test.each([
  ['四(三)1', '四(三)'],
  ['四(四)12', '四(四)'],
  ['五(一)', '五'],
  ['表1.3', '表1'],
  ['三', '三'],
])('section %s stands in chapter %s', (section, chapter) => {
  expect(chapterOf(section)).toBe(chapter);
});
