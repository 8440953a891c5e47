/** Whose desk is covered: that of an area, or of an organisation. */
export type Desk = { readonly area: string; readonly org?: never } | { readonly org: string; readonly area?: never };
