import { describe, expect, it } from 'vitest';
import { faultAt, problemOf, Refused, readProblem } from './problem.ts';

describe('reading a refusal', () => {
  it('takes detail, faults and the number to quote from a problem', () => {
    const body = {
      type: 'about:blank',
      title: '填报有误',
      status: 422,
      code: 'invalid',
      detail: '请改正标出的内容',
      faults: [{ path: 'percent', message: '应在0到100之间' }],
      id: 'r-17',
    };
    expect(readProblem(422, body)).toEqual({
      status: 422,
      code: 'invalid',
      detail: '请改正标出的内容',
      faults: [{ path: 'percent', message: '应在0到100之间' }],
      id: 'r-17',
      versions: null,
    });
  });

  it('takes both versions from a conflict', () => {
    const versions = { yours: { note: '一' }, theirs: { note: '二' } };
    expect(readProblem(409, { code: 'changed', versions }).versions).toEqual(versions);
  });

  it('reads the message of the sign-in library', () => {
    expect(readProblem(401, { code: 'INVALID_USERNAME_OR_PASSWORD', message: 'no' }).detail).toBe('no');
  });

  it.each([null, 'Bad gateway', 7, [], { faults: 'x' }])('survives %j', (body) => {
    const problem = readProblem(502, body);
    expect(problem.code).toBe('http502');
    expect(problem.detail).toBe('');
    expect(problem.faults).toEqual([]);
  });

  it('calls anything else a server that was not reached', () => {
    expect(problemOf(new TypeError('Failed to fetch')).code).toBe('network');
  });

  it('finds the fault of one field', () => {
    const refused = new Refused(readProblem(422, { faults: [{ path: 'note', message: '太长' }] }));
    expect(faultAt(refused, 'note')).toBe('太长');
    expect(faultAt(refused, 'percent')).toBeUndefined();
  });
});
