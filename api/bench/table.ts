import type { Finding } from './finding.ts';

const figure = (n: number | null): string => {
  if (n === null) return '';
  return n.toLocaleString('en', { maximumFractionDigits: n < 10 ? 2 : n < 100 ? 1 : 0 });
};

function cells(finding: Finding): string[] {
  if ('unmeasured' in finding) return [finding.what, 'not measured', '', '', '', finding.unmeasured];
  const { what, unit, ours, floor, ratio, goal, met } = finding;
  return [
    what,
    `${figure(ours)} ${unit}`,
    floor === null ? '' : `${figure(floor)} ${unit}`,
    floor === null ? '' : ratio.toFixed(2),
    goal,
    met ? 'yes' : 'NO',
  ];
}

/** The findings as a table in Markdown, its columns aligned. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = [['what', 'ours', 'floor', 'ratio', 'goal', 'met'], ...findings.map(cells)];
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest.map(line)].join(
    '\n',
  );
}
