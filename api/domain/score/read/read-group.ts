/** Reads a ranking group (考核分组) with its grades (等次), from the best to the last. */
import type { Grade, Group } from '../scheme.ts';
import { allOf, type Field, noneTwice, optional } from './field.ts';

/** Reads a group of a scheme; undefined where it has a fault, which is noted. */
export function readGroup(field: Field): Group | undefined {
  if (!field.isRecord()) return undefined;
  const key = field.at('key').text();
  const name = field.at('name').text();
  const grades = readGrades(field.at('grades'));
  return key === undefined || name === undefined || grades === undefined ? undefined : { key, name, grades };
}

function readGrades(list: Field): readonly Grade[] | undefined {
  const fields = list.items();
  if (fields === undefined) return undefined;
  if (fields.length === 0) return list.fault('至少要有一个等次');
  const grades = fields.map(readGrade);
  noneTwice(fields.map((field) => field.at('name')));
  grades.forEach((grade, i) => {
    const better = grades[i - 1];
    if (grade && better && grade.min >= better.min) {
      fields[i]?.at('min').fault(`等次应由高到低：${grade.min} 不低于前一等次的 ${better.min}`);
    }
  });
  return allOf(grades);
}

function readGrade(field: Field): Grade | undefined {
  if (!field.isRecord()) return undefined;
  const name = field.at('name').text();
  const min = field.at('min').number();
  const maxShare = optional(field, 'maxShare', (at) => at.number({ least: 0, most: 1 }));
  return name === undefined || min === undefined ? undefined : { name, min, ...maxShare };
}
