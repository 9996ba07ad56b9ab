/** Which column of a task table (任务分解表) is what, by the words of its head. */

export type Column = 'number' | 'task' | 'lead' | 'responsible' | 'support' | 'time' | 'frequency' | 'other';

/** In this order: 牵头责任单位 is a lead, 配合责任单位 a support. */
const HEADS: readonly [Column, RegExp][] = [
  ['number', /^(?:序号|编号|序|号|No\.?|项次)$/iu],
  [
    'other',
    /(?:领导|责任人|负责人|联系人|联络员|电话|备注|进展|完成情况|落实情况|目前|现状|问题|资金|经费|投资|签[字名收]|得分|分值|评分|地[点址]|目标值)/u,
  ],
  ['support', /配合|协办|协同|协助|参与|参加|会办|联动(?:单位|部门)/u],
  ['lead', /牵头|主办|主责/u],
  [
    'responsible',
    /(?:责任|承办|落实|实施|负责|执行|承担|完成|办理)(?:单位|部门|主体|科室|站所|村|社区|街道|乡镇)|^(?:单位|部门|责任|责任分工)$|责任(?:单位|部门)/u,
  ],
  ['frequency', /频次|频率|周期|次数/u],
  ['time', /^月份?$|月份|时限|期限|时间|日期|节点|进度(?:要求|安排)|截止/u],
  ['task', /任务|工作|内容|事项|指标|措施|举措|项目|要求|做法|标准|目标|重点|清单|类别|整改|活动/u],
];

/** What a cell of the head says; undefined for a cell that is no head. */
export function columnOf(cell: string): Column | undefined {
  const words = cell.replace(/[\s\n]/gu, '').replace(/\([^()]*\)$/u, '');
  if (words === '' || words.length > 16 || /[。;]/u.test(words)) return undefined;
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What only gathers rows: no task of its own where another column names one. */
const GATHERS = /^(?:工作|任务)?(?:类别|类型|分类|领域|板块|方面)$/u;

function columnsOf(cells: readonly string[]): (Column | undefined)[] {
  const columns = cells.map(columnOf);
  const gathers = cells.map((cell) => GATHERS.test(cell.replace(/\s/gu, '')));
  const names = columns.some((column, i) => column === 'task' && gathers[i] !== true);
  return columns.map((column, i) => (names && column === 'task' && gathers[i] === true ? 'other' : column));
}

/** The head may stand below a title row, or take up two rows. */
const DEEPEST_HEAD = 4;

export interface Head {
  columns: readonly (Column | undefined)[];
  /** The first row below the head. */
  bodyFrom: number;
}

/** The head of a task table: a row that names a task column and who, when or how often; undefined if none does. */
export function headOf(rows: readonly (readonly string[])[]): Head | undefined {
  let best: { columns: (Column | undefined)[]; row: number; named: number } | undefined;
  for (const [row, cells] of rows.slice(0, DEEPEST_HEAD).entries()) {
    if (new Set(cells).size < 2) continue;
    const columns = columnsOf(cells);
    const kinds = new Set(columns.filter((column) => column !== undefined && column !== 'other'));
    const assigns = ['lead', 'responsible', 'support', 'time', 'frequency'] as const;
    if (!kinds.has('task') || !assigns.some((each) => kinds.has(each))) continue;
    if (cells.some((cell) => cell.length > 40)) continue;
    if (best === undefined || kinds.size > best.named) best = { columns, row, named: kinds.size };
  }
  return best === undefined ? undefined : { columns: best.columns, bodyFrom: best.row + 1 };
}
