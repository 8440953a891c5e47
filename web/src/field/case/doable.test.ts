import { describe, expect, it } from 'vitest';
import { doableHere } from './doable.ts';

describe('what can be done from the phone', () => {
  it('is all of a worker’s and a verifier’s steps, in the order given', () => {
    const commands = [
      'finish',
      'acknowledge',
      'reportIn',
      'moving',
      'arrived',
      'handBack',
      'decline',
      'askExtension',
      'askDeferral',
      'contact',
      'refuseByGate',
      'note',
      'transfer',
      'verify',
      'judge',
      'resume',
      'answerSupervision',
      'remind',
    ];
    expect(doableHere(commands)).toEqual({ here: commands, elsewhere: false });
  });

  it('leaves to the desk what chooses bodies, categories or other cases, and says so', () => {
    expect(doableHere(['dispatch', 'note', 'merge', 'split', 'correct', 'summon'])).toEqual({
      here: ['note'],
      elsewhere: true,
    });
  });

  it('passes over what it does not know', () => {
    expect(doableHere(['newCommand', 'toString', 'note']).here).toEqual(['note']);
  });
});
