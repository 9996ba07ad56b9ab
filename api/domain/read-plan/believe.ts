/**
 * Which markers are headings (认定标题). A number is believed where it is the next in turn: the first of a list
 * or one more than its elder; how much else is asked depends on what stands before it. So a text whose line
 * breaks are lost reads as one that has kept them, and `3个月` or `2.5倍` is no heading.
 */
import { KIND, type Kind, type Marker } from './marker.ts';

/** A heading that is believed, with a remark where its number is out of turn. */
export interface Heading extends Marker {
  outOfTurn: string | undefined;
}

/** The nearest later marker of each kind and number, seen from every marker. */
interface Ahead {
  /** The next strong marker of this kind with this number plus one. */
  younger: number;
  /** The same, whatever stands before it. */
  anyYounger: number;
  /** The next strong marker of the same kind and the same number. */
  twin: number;
  /** The next strong marker of an outer kind. */
  outer: number;
  /** The next strong marker of this kind that is numbered one. */
  first: number;
}

const NEVER = Number.POSITIVE_INFINITY;
const isStrong = (marker: Marker): boolean =>
  !marker.bare && (marker.boundary === 'line' || marker.boundary === 'stop');

function lookAhead(markers: readonly Marker[]): Ahead[] {
  const strong = new Map<string, number>();
  const any = new Map<string, number>();
  const outer = Object.values(KIND).map(() => NEVER);
  const ahead: Ahead[] = new Array(markers.length);
  for (let i = markers.length - 1; i >= 0; i--) {
    const marker = markers[i];
    if (marker === undefined) continue;
    const { kind, n } = marker;
    const key = `${kind}:${n}`;
    const next = `${kind}:${n + 1}`;
    ahead[i] = {
      younger: strong.get(next) ?? NEVER,
      anyYounger: any.get(next) ?? NEVER,
      twin: strong.get(key) ?? NEVER,
      first: strong.get(`${kind}:1`) ?? NEVER,
      outer: Math.min(...outer.slice(0, kind - 1), NEVER),
    };
    any.set(key, i);
    if (isStrong(marker)) {
      strong.set(key, i);
      outer[kind - 1] = i;
    }
  }
  return ahead;
}

/** How chapters are called: their numbers are believed even where nothing parts them from the text. */
const COMMON_CHAPTER =
  /^(?:总则|\p{Script=Han}{2,8}?(?:思想|要求|目标|原则|任务|措施|步骤|安排|领导|保障|机构|分工|职责|重点|内容|范围|对象|时间|主题|方法|纪律|机制|考核|督导|背景))/u;

/** A heading that runs into the next is short and has no full stop. */
const RUN_ON = 40;

/** Reads the markers in order, keeping the numbers of the lists that are open. */
class Reader {
  private readonly open = new Map<Kind, number>();
  /** The last numbers of lists that are closed: some plans count on through all chapters. */
  private readonly closed = new Map<Kind, number>();
  private readonly ahead: Ahead[];
  private last: Marker | undefined;
  private readonly norm: string;

  constructor(norm: string, markers: readonly Marker[]) {
    this.norm = norm;
    this.ahead = lookAhead(markers);
  }

  read(marker: Marker, i: number): Heading | undefined {
    const ahead = this.ahead[i];
    if (ahead === undefined) return undefined;
    const elder = this.open.get(marker.kind);
    const expected = (elder ?? 0) + 1;
    if (marker.n === expected) {
      const believed = expected === 1 ? this.isFirst(marker, ahead) : this.isNext(marker, ahead);
      return believed ? this.accept(marker, undefined) : undefined;
    }
    if (elder === undefined && this.countsOn(marker, ahead)) return this.accept(marker, undefined);
    const why = this.whyOutOfTurn(marker, elder, ahead);
    return why === undefined ? undefined : this.accept(marker, why);
  }

  private accept(marker: Marker, outOfTurn: string | undefined): Heading {
    for (const [kind, n] of this.open) {
      if (kind <= marker.kind) continue;
      this.closed.set(kind, n);
      this.open.delete(kind);
    }
    if (marker.kind === KIND.chapter && marker.n === 1) this.closed.clear();
    this.open.set(marker.kind, marker.n);
    this.last = marker;
    return { ...marker, outOfTurn };
  }

  /** Only the heading of an outer section stands between its marker and this one. */
  private runsOn(marker: Marker): boolean {
    if (this.last === undefined) return marker.kind === KIND.chapter;
    const between = this.norm.slice(this.last.to, Math.min(marker.from, this.last.to + RUN_ON + 1));
    const short = marker.bare
      ? between.length <= RUN_ON / 2 && !/[,\d]/u.test(between)
      : between.length <= RUN_ON;
    return this.last.kind < marker.kind && short && !/[。;\n]/u.test(between);
  }

  /** The list goes on from the chapter before: 一、1. 2. 二、3. 4. */
  private countsOn(marker: Marker, { first, outer }: Ahead): boolean {
    const last = this.closed.get(marker.kind);
    const stands = isStrong(marker) || (marker.kind === KIND.article && this.runsOn(marker));
    return (
      last !== undefined && marker.n === last + 1 && stands && marker.kind < KIND.subpoint && first >= outer
    );
  }

  private isFirst(marker: Marker, { younger, anyYounger, outer }: Ahead): boolean {
    const hasYounger = younger < outer;
    const nested = marker.kind >= KIND.point;
    switch (marker.boundary) {
      case 'line':
        return (!marker.bare && marker.kind !== KIND.circled) || hasYounger;
      case 'stop':
        return !nested || hasYounger;
      case 'soft':
        return hasYounger;
      case 'none':
        if (marker.kind === KIND.chapter) return this.isCommonChapter(marker);
        return marker.kind < KIND.subpoint && anyYounger < outer && this.runsOn(marker);
    }
  }

  private isNext(marker: Marker, { younger, twin, outer }: Ahead): boolean {
    const betterComes = twin < Math.min(younger, outer);
    switch (marker.boundary) {
      case 'line':
      case 'stop':
        return !marker.bare || !betterComes;
      case 'soft':
        return !betterComes;
      case 'none':
        if (marker.kind === KIND.chapter) return this.isCommonChapter(marker);
        return marker.kind < KIND.subpoint && !betterComes;
    }
  }

  private isCommonChapter(marker: Marker): boolean {
    return COMMON_CHAPTER.test(this.norm.slice(marker.to, marker.to + 10));
  }

  /** Plans miscount: a line that begins with a number close to the expected one is a heading all the same. */
  private whyOutOfTurn(marker: Marker, elder: number | undefined, ahead: Ahead): string | undefined {
    if (marker.boundary !== 'line' || marker.bare || marker.kind >= KIND.subpoint) return undefined;
    if (elder === undefined) return marker.n === 2 ? '缺少编号为1的标题' : undefined;
    if (marker.n === 1 && ahead.younger < ahead.outer) return '编号从头开始，上面可能有一个没有编号的标题';
    if (marker.n === elder) return '编号与上一个标题相同';
    return marker.n === elder + 2 && ahead.twin === Number.POSITIVE_INFINITY ? '编号跳过了一个数' : undefined;
  }
}

/** The markers that are headings, in order. Linear in their number. */
export function believe(norm: string, markers: readonly Marker[]): Heading[] {
  const reader = new Reader(norm, markers);
  return markers.flatMap((marker, i) => reader.read(marker, i) ?? []);
}
