import { describe, expect, it } from 'vitest';
import { replaceEach, replaceOnce } from '../../scripts/languages/replace-code.ts';

describe('replaceOnce', () => {
  it('replaces a text as it is, and a pattern with its groups', () => {
    expect(replaceOnce('let a = b;', 'b', '$1')).toBe('let a = $1;');
    expect(replaceOnce('let a = b;', /= (\w)/, '= $1$1')).toBe('let a = bb;');
  });

  it('fails when what it looks for is gone, or is there twice', () => {
    expect(() => replaceOnce('let a = b;', 'c', 'd')).toThrow('has it 0 times:\nc');
    expect(() => replaceOnce('aa', 'a', 'd')).toThrow('has it 2 times');
    expect(() => replaceOnce('aa', /a/, 'd')).toThrow('has it 2 times');
  });
});

describe('replaceEach', () => {
  it('replaces every match, by a text or by what a function makes of it', () => {
    expect(replaceEach('a1 a2', /a(\d)/g, 'b$1')).toBe('b1 b2');
    expect(replaceEach('a1 a2', /a(\d)/g, (whole, digit) => `${whole}:${digit}`)).toBe('a1:1 a2:2');
  });

  it('fails when there is none', () => {
    expect(() => replaceEach('a1 a2', /b\d/g, '')).toThrow('does not have this any more');
  });
});
