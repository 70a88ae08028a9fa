// The innermost loops of the search: pointers in, values out. Nothing is kept, allocated or freed, and no byte outside `text[0..<count]` is read.
//
// A range is searched in stretches of at most CSCAN_STRETCH bytes. Places found are counted from the stretch's first byte, and rise; the arrays they
// are written to have room for CSCAN_ROOM of them.
#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

enum { CSCAN_STRETCH = 1 << 15, CSCAN_ROOM = CSCAN_STRETCH + 64 };

/// Which instructions the loops use; all find the same.
typedef enum {
  CSCAN_PLAIN,
  /// SSE2 or NEON, where the compiler's target has them.
  CSCAN_NARROW,
  CSCAN_AVX2,
} cscan_level;

/// The best that this machine has.
cscan_level cscan_best_level(void);

/// A stretch of a text.
typedef struct {
  const uint8_t *text;
  size_t count;
  size_t start;
  size_t end;
  /// No better than the machine has.
  cscan_level level;
} cscan_range;

/// The places 0, 2, 4 … of a stretch whose four bytes, small letters for capitals, may be a gram: those of which the filter has the bit
/// `(bytes * multiplier) >> (32 - power)`. Places less than four bytes before the text's end are not among them.
size_t cscan_grams(cscan_range range, const uint32_t *filter, uint32_t power, uint32_t multiplier, uint32_t *places);

/// How many places of each kind `cscan_lines` found.
typedef struct {
  size_t feeds;
  size_t suspects;
} cscan_counts;

/// The line feeds of a stretch, and the bytes that may be part of what normalising changes (`cscan_is_suspect`).
cscan_counts cscan_lines(cscan_range range, uint32_t *feeds, uint32_t *suspects);

/// Whether a byte may disguise a word: a control character but TAB and the ends of lines, a backslash, what is beyond ASCII's letters, and an `m`
/// behind a digit, which may end a colour code.
static inline int cscan_is_suspect(uint8_t byte, uint8_t before) {
  if (byte == 'm') return (uint8_t)(before - '0') < 10;
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == '\\' || byte >= 0x7F;
}

/// Where the first suspect byte stands in a range of any length; the range's end when there is none.
size_t cscan_first_suspect(cscan_range range);

/// The number of line feeds in a range of any length.
size_t cscan_feed_count(cscan_range range);

#endif
