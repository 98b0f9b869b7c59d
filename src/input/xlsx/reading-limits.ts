/**
 * How much a workbook may hold before reading stops.
 *
 * A file of a few kilobytes can unfold into gigabytes. The defaults are several times what a ledger of a whole province needs, so
 * that nobody meets them with honest data; whoever does can raise them one by one.
 */
export interface ReadingLimits {
  /** Files inside the .xlsx (sheets, pictures, printer settings …). Default 10,000. */
  readonly parts: number;
  /** Bytes of one part after decompression. A sheet of 100,000 rows × 8 columns takes about 32 MiB. Default 128 MiB. */
  readonly partBytes: number;
  /** Bytes after decompression of all parts that are read; pictures and the like are not. Default 256 MiB. */
  readonly totalBytes: number;
  /** Rows that hold a value, over all sheets. Default 500,000. */
  readonly rows: number;
  /** Cells that hold a value or are filled by a merged cell, over all sheets. Default 5,000,000. */
  readonly cells: number;
  /** Merged ranges, over all sheets. Default 200,000. */
  readonly mergedRanges: number;
  /** UTF-16 units in one cell's text. Default 32,767, which is Excel's own limit. */
  readonly textLength: number;
}

/** See the fields of {@link ReadingLimits} for what the numbers mean. */
export const defaultReadingLimits: ReadingLimits = {
  parts: 10_000,
  partBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  rows: 500_000,
  cells: 5_000_000,
  mergedRanges: 200_000,
  textLength: 32_767,
};
