/** Events of a case that may be news. */
export const newsQueue = 'notices.news';
/** A message of the outbox that waits to be sent. */
export const deliveryQueue = 'notices.delivery';
/** A notice to alert a device of. */
export const pushQueue = 'notices.push';
