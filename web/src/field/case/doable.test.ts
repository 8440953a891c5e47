import { describe, expect, it } from 'vitest';
import { doableAfter, doableHere } from './doable.ts';

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

  it('summons from the phone, leaves dispatching, categories and other cases to the desk, and says so', () => {
    expect(doableHere(['dispatch', 'note', 'merge', 'split', 'correct', 'summon'])).toEqual({
      here: ['note', 'summon'],
      elsewhere: true,
    });
  });

  it('passes over what it does not know', () => {
    expect(doableHere(['newCommand', 'toString', 'note']).here).toEqual(['note']);
  });
});

describe('what can be done while earlier steps wait for the line', () => {
  it('goes on to finish what was acknowledged without a signal', () => {
    expect(doableAfter(['acknowledge', 'handBack', 'note'], ['acknowledge'])).toEqual([
      'finish',
      'contact',
      'handBack',
      'note',
    ]);
  });

  it('leaves remarks once it is finished, and everything while nothing waits', () => {
    expect(doableAfter(['acknowledge', 'note'], ['acknowledge', 'finish'])).toEqual(['note']);
    expect(doableAfter(['finish', 'note'], ['note'])).toEqual(['finish', 'note']);
    expect(doableAfter(['finish'], [])).toEqual(['finish']);
  });
});
