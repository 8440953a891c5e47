import { noticeRoutes, type OutboxMessage } from '@gezhi/contract/notices/index';
import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../database/index.ts';
import type { Deps } from '../deps.ts';
import { openPush } from '../gateways/index.ts';
import { type CsvColumn, cursorAfter, pageOf, positionIn, serve } from '../http/index.ts';
import { afterTime, staffOf } from '../people/index.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { findCut, categoriesOf } from '../rules/index.ts';
import { listMessages } from './outbox-store.ts';
import { presentMessage } from './present-message.ts';
import { registerPush } from './push/index.ts';
import { presentNotice } from './present-notice.ts';
import { countUnread, hasNotice, listNoticeRows, markRead } from './store.ts';

const noticeList = 'notices';
const outboxList = 'outbox';

const columns: readonly CsvColumn<OutboxMessage>[] = [
  { heading: 'outbox.column.at', cell: ({ at }) => at },
  { heading: 'outbox.column.kind', cell: ({ kind }) => kind },
  { heading: 'outbox.column.recipient', cell: ({ recipient }) => recipient },
  { heading: 'outbox.column.text', cell: ({ text }) => text },
  { heading: 'outbox.column.state', cell: ({ state }) => state },
  { heading: 'outbox.column.error', cell: ({ error }) => error },
];

/** Registers the unread list, the devices it alerts, and the outbox. */
export function registerNotices(app: FastifyInstance, deps: Deps): void {
  const { db, clock, keys } = deps;
  registerPush(app, deps, openPush(deps.config, keys));

  serve(app, deps, noticeRoutes.list, async ({ query, actor, locale }) => {
    const { county, person } = staffOf(actor);
    const position = positionIn(keys, noticeList, query.cursor);
    if (isRefusal(position)) return position;
    const [unread, at, id] = position ?? [];
    const after = position && { unread: unread === 1, at: String(at), id: String(id) };
    return db.transaction(scopeOf(actor, county), async (trx) => {
      const rows = await listNoticeRows(trx, county, person, query, after, query.limit + 1);
      const cut = await findCut(trx, county, clock.now());
      const names = cut && categoriesOf(cut).byCode;
      const page = pageOf(
        rows,
        query.limit,
        (row) => presentNotice(row, locale, (code) => names?.get(code)?.name),
        (row) => cursorAfter(keys, noticeList, [row.unread ? 1 : 0, row.at, row.id]),
      );
      const shown = page.rows.filter((row) => row !== undefined);
      return { ...page, rows: shown, unread: await countUnread(trx, county, person) };
    });
  });

  serve(app, deps, noticeRoutes.read, ({ params, actor }) => {
    const { county, person } = staffOf(actor);
    return db.transaction(scopeOf(actor, county), async (trx) => {
      if (!(await hasNotice(trx, county, person, params.id))) return refuse('notice.notFound');
      await markRead(trx, county, person, new Date(clock.now()).toISOString(), params.id);
      return { unread: await countUnread(trx, county, person) };
    });
  });

  serve(app, deps, noticeRoutes.readAll, ({ actor }) => {
    const { county, person } = staffOf(actor);
    return db.transaction(scopeOf(actor, county), async (trx) => {
      await markRead(trx, county, person, new Date(clock.now()).toISOString());
      return { unread: await countUnread(trx, county, person) };
    });
  });

  serve(
    app,
    deps,
    noticeRoutes.outbox,
    ({ query, actor }) => {
      const { county } = staffOf(actor);
      const after = afterTime(keys, outboxList, query);
      if (isRefusal(after)) return Promise.resolve(after);
      return db.transaction(scopeOf(actor, county), async (trx) => {
        const rows = await listMessages(trx, county, query, after, query.limit + 1);
        const page = pageOf(
          rows,
          query.limit,
          (row) => row,
          (row) => cursorAfter(keys, outboxList, [row.at, row.id]),
        );
        const shown: OutboxMessage[] = [];
        for (const row of page.rows) shown.push(await presentMessage(deps, trx, row));
        return { ...page, rows: shown };
      });
    },
    { csv: columns },
  );
}
