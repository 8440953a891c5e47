import { html as write } from 'htm/preact';
import type { VNode } from 'preact';

/** Something a page shows. Text in it is escaped by the renderer, never by hand. */
export type Html = VNode | string | number | boolean | null | undefined | readonly Html[];

/** Writes a piece of a page: html`<p>${text}</p>`. */
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Html = write;
