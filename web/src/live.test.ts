import { describe, expect, it } from 'vitest';
import { staleAfter } from './live.ts';

describe('news', () => {
  it('of a change makes all data old', () => {
    expect(staleAfter('{"topic":"change","version":81}')).toBe('data');
  });

  it('of chat makes only the chat old', () => {
    expect(staleAfter('{"topic":"chat"}')).toBe('chat');
  });

  it('of jobs makes only the jobs old', () => {
    expect(staleAfter('{"topic":"jobs"}')).toBe('jobs');
  });

  it.each(['', 'x', '1', 'null', '{}', '{"topic":"else"}'])('is ignored where it says %j', (data) => {
    expect(staleAfter(data)).toBeNull();
  });
});
