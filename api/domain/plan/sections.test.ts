import { expect, test } from 'vitest';
import { chapterOf } from './sections.ts';

test.each([
  ['四(三)1', '四(三)'],
  ['四(四)12', '四(四)'],
  ['五(一)', '五'],
  ['表1.3', '表1'],
  ['2.1.1', '2.1'],
  ['二第三条', '二'],
  ['二(一)①', '二(一)'],
  ['第三条', '第三条'],
  ['三', '三'],
])('section %s stands in chapter %s', (section, chapter) => {
  expect(chapterOf(section)).toBe(chapter);
});
