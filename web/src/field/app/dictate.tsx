import { Button } from 'antd-mobile';
import { useEffect, useRef, useState } from 'react';
import { useLocale } from '../../words/locale.tsx';

interface Heard {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

/** The part of the browser's speech recognition used here; the types of the language do not know it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  addEventListener(type: 'result', listener: (event: Heard) => void): void;
  addEventListener(type: 'end' | 'error', listener: () => void): void;
  start(): void;
  stop(): void;
}

type Maker = new () => Recognition;

function makerHere(): Maker | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: Maker;
    webkitSpeechRecognition?: Maker;
  };
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** Dictation beside a text field, where the browser has it; elsewhere the phone's keyboard does. */
export function Dictate({ onWords }: { readonly onWords: (words: string) => void }) {
  const { say, locale } = useLocale();
  const [state, setState] = useState<'still' | 'on' | 'failed'>('still');
  const going = useRef<Recognition>(undefined);
  useEffect(() => () => going.current?.stop(), []);
  const Maker = makerHere();
  if (Maker === undefined) return null;
  const press = () => {
    if (going.current !== undefined) {
      going.current.stop();
      return;
    }
    const recognition = new Maker();
    recognition.lang = locale;
    recognition.continuous = true;
    recognition.interimResults = false;
    recognition.addEventListener('result', ({ resultIndex, results }) => {
      const said = Array.from(results)
        .slice(resultIndex)
        .filter(({ isFinal }) => isFinal)
        .map((alternatives) => alternatives[0]?.transcript ?? '');
      if (said.length > 0) onWords(said.join(''));
    });
    recognition.addEventListener('error', () => setState('failed'));
    recognition.addEventListener('end', () => {
      going.current = undefined;
      setState((now) => (now === 'failed' ? now : 'still'));
    });
    going.current = recognition;
    setState('on');
    recognition.start();
  };
  return (
    <div className="dictate">
      <Button size="small" onClick={press} aria-pressed={state === 'on'}>
        {say(state === 'on' ? 'field.dictate.stop' : 'field.dictate')}
      </Button>
      <span className="quiet" role="status">
        {state === 'on' ? say('field.dictate.on') : state === 'failed' ? say('field.dictate.failed') : null}
      </span>
    </div>
  );
}
