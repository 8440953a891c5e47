/** Largest file that may be sent, in bytes. */
export const mostFileBytes = 50 * 1_048_576;
/** Rows with something in them, below the headings. */
export const mostRows = 100_000;
/** Rows in all: what lies beyond is formatting that somebody dragged down. */
export const mostRowElements = 300_000;
/** Columns that are looked at. */
export const mostColumns = 200;
/** Characters kept of one cell: no column takes more than a part of it. */
export const mostCellLength = 10_000;
/** Bytes a workbook may have once it is unpacked. */
export const mostUnpacked = 400 * 1_048_576;
/** How many times larger a part may be than it is packed: rows of a sheet stay far below. */
export const mostRatio = 120;
/** Parts this small are unpacked whatever their ratio. */
export const ratioFrom = 1_048_576;
export const mostEntries = 2_000;
/** Characters of all shared texts together. */
export const mostSharedLength = 60_000_000;
export const mostMerges = 50_000;
