import { peopleRoutes } from '@gezhi/contract/people/index';
import { Button } from 'antd';
import { countyZone, programNow } from '../../api/program-time.ts';
import { problemOf, useAnswer } from '../../api/query.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useAct } from '../app/act.ts';
import type { Desk } from './desk.ts';
import { daysOf, touches } from './week.ts';

interface RosterProps {
  readonly desk: Desk;
  /** Instant at which the week begins. */
  readonly monday: number;
  readonly mayEdit: boolean;
}

/** A week of turns, a column a day. A turn over midnight stands on both days. */
export function Roster({ desk, monday, mayEdit }: RosterProps) {
  const { say, locale } = useLocale();
  const days = daysOf(monday);
  const turns = useAnswer(peopleRoutes.listDuty, {
    query: {
      ...desk,
      limit: 200,
      from: new Date(monday).toISOString(),
      to: new Date(monday + 7 * 86_400_000).toISOString(),
    },
  });
  const remove = useAct(peopleRoutes.removeDuty, { refresh: [peopleRoutes.listDuty, peopleRoutes.dutyNow] });
  if (turns.isPending) return <Loading rows={3} />;
  if (turns.data === undefined) return <Failed problem={problemOf(turns.error)} retry={() => void turns.refetch()} />;
  const rows = turns.data.value.rows;
  if (rows.length === 0) return <Empty title={say('duty.empty')} hint={say('duty.empty.hint')} />;

  const dayName = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: countyZone,
  });
  const today = programNow();
  return (
    <div className="roster">
      {days.map((day) => (
        <section
          key={day}
          className={today >= day && today < day + 86_400_000 ? 'roster-day roster-today' : 'roster-day'}
        >
          <h3>{dayName.format(day)}</h3>
          {rows
            .filter((turn) => touches(turn, day))
            .map((turn) => (
              <div key={turn.id} className="roster-turn">
                <b>{turn.personName}</b>
                <span className="sheet-small figures">
                  {timeOn(turn.from, day)}–{timeOn(turn.to, day)}
                </span>
                {mayEdit ? (
                  <Button
                    size="small"
                    type="text"
                    aria-label={say('duty.remove', { name: turn.personName })}
                    loading={remove.busy}
                    onClick={() => void remove.act({ params: { id: turn.id } })}
                  >
                    ×
                  </Button>
                ) : null}
              </div>
            ))}
        </section>
      ))}
    </div>
  );
}

/** The time of a turn as that day sees it: cut at its midnights. */
function timeOn(at: string, day: number): string {
  const instant = Date.parse(at);
  if (instant <= day) return '00:00';
  return instant >= day + 86_400_000 ? '24:00' : exactTime(instant, countyZone).slice(11);
}
