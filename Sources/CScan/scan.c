#include "CScan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define LEVEL_NARROW 1
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#define LEVEL_NARROW 1
#else
#define LEVEL_NARROW 0
#endif

cscan_level cscan_best_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) return CSCAN_AVX2;
#endif
  return LEVEL_NARROW ? CSCAN_NARROW : CSCAN_PLAIN;
}

// MARK: Grams

// The bits that make capitals small.
#define CASE_BITS 0x20202020u

static inline uint32_t gram_hash(const uint8_t *bytes, uint32_t power, uint32_t multiplier) {
  uint32_t gram;
  memcpy(&gram, bytes, 4);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  gram = __builtin_bswap32(gram);
#endif
  return ((gram | CASE_BITS) * multiplier) >> (32 - power);
}

static size_t grams_plain(cscan_range r, size_t at, const uint32_t *filter, uint32_t power, uint32_t multiplier, uint32_t *places, size_t found) {
  // No branch: a place that does not pass is written over.
  for (; at < r.end && at + 4 <= r.count; at += 2) {
    uint32_t hash = gram_hash(r.text + at, power, multiplier);
    places[found] = (uint32_t)(at - r.start);
    found += filter[hash >> 5] >> (hash & 31) & 1;
  }
  return found;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline __m256i gram_bits(
    const uint8_t *bytes, const uint32_t *filter, __m128i shift, __m256i multiplier) {
  // Eight grams, at the even places of sixteen bytes.
  const __m256i pairs = _mm256_setr_epi8(0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7, 6, 7, 8, 9, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7, 6, 7, 8, 9);
  __m256i halves = _mm256_loadu2_m128i((const __m128i *)(bytes + 8), (const __m128i *)bytes);
  __m256i grams = _mm256_or_si256(_mm256_shuffle_epi8(halves, pairs), _mm256_set1_epi32(CASE_BITS));
  __m256i hashes = _mm256_srl_epi32(_mm256_mullo_epi32(grams, multiplier), shift);
  __m256i words = _mm256_i32gather_epi32((const int *)filter, _mm256_srli_epi32(hashes, 5), 4);
  // The bit asked for becomes the highest.
  return _mm256_sllv_epi32(words, _mm256_andnot_si256(hashes, _mm256_set1_epi32(31)));
}

__attribute__((target("avx2"))) static size_t grams_avx2(
    cscan_range r, const uint32_t *filter, uint32_t power, uint32_t multiplier, uint32_t *places) {
  const __m128i shift = _mm_cvtsi32_si128((int)(32 - power));
  const __m256i factor = _mm256_set1_epi32((int)multiplier);
  uint32_t groups[64];
  uint32_t masks[64];
  size_t found = 0;
  size_t at = r.start;
  while (at + 32 <= r.end && at + 40 <= r.count) {
    // Groups of sixteen places: those of which none passes, almost all, cost no branch.
    size_t kept = 0;
    for (size_t turn = 0; turn < 64 && at + 32 <= r.end && at + 40 <= r.count; turn++, at += 32) {
      __m256i low = gram_bits(r.text + at, filter, shift, factor);
      __m256i high = gram_bits(r.text + at + 16, filter, shift, factor);
      uint32_t mask = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(low)) | (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(high)) << 8;
      groups[kept] = (uint32_t)(at - r.start);
      masks[kept] = mask;
      kept += mask != 0;
    }
    for (size_t group = 0; group < kept; group++) {
      for (uint32_t mask = masks[group]; mask != 0; mask &= mask - 1) places[found++] = groups[group] + 2 * (uint32_t)__builtin_ctz(mask);
    }
  }
  return grams_plain(r, at, filter, power, multiplier, places, found);
}
#endif

size_t cscan_grams(cscan_range range, const uint32_t *filter, uint32_t power, uint32_t multiplier, uint32_t *places) {
#if defined(__x86_64__)
  if (range.level == CSCAN_AVX2) return grams_avx2(range, filter, power, multiplier, places);
#endif
  return grams_plain(range, range.start, filter, power, multiplier, places, 0);
}

// MARK: Lines

// Of 64 bytes, a bit each.
typedef struct {
  uint64_t feeds;
  uint64_t suspects;
} masks64;

static inline masks64 masks_plain(const uint8_t *bytes) {
  masks64 masks = {0, 0};
  for (unsigned index = 0; index < 64; index++) {
    masks.feeds |= (uint64_t)(bytes[index] == '\n') << index;
    masks.suspects |= (uint64_t)cscan_is_suspect(bytes[index], bytes[(ptrdiff_t)index - 1]) << index;
  }
  return masks;
}

#if defined(__x86_64__)
static inline masks64 masks_sse2(const uint8_t *bytes) {
  masks64 masks = {0, 0};
  for (unsigned part = 0; part < 64; part += 16) {
    __m128i here = _mm_loadu_si128((const __m128i *)(bytes + part));
    __m128i digit = _mm_sub_epi8(_mm_loadu_si128((const __m128i *)(bytes + part - 1)), _mm_set1_epi8('0'));
    __m128i feed = _mm_cmpeq_epi8(here, _mm_set1_epi8('\n'));
    __m128i plain = _mm_or_si128(feed, _mm_or_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8('\t')), _mm_cmpeq_epi8(here, _mm_set1_epi8('\r'))));
    // As signed numbers, controls and what is beyond ASCII are both below the blank.
    __m128i odd = _mm_andnot_si128(plain, _mm_cmplt_epi8(here, _mm_set1_epi8(' ')));
    __m128i code = _mm_and_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8('m')), _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit));
    odd = _mm_or_si128(_mm_or_si128(odd, code), _mm_or_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8('\\')), _mm_cmpeq_epi8(here, _mm_set1_epi8(0x7F))));
    masks.feeds |= (uint64_t)(uint32_t)_mm_movemask_epi8(feed) << part;
    masks.suspects |= (uint64_t)(uint32_t)_mm_movemask_epi8(odd) << part;
  }
  return masks;
}

__attribute__((target("avx2"))) static inline masks64 masks_avx2(const uint8_t *bytes) {
  masks64 masks = {0, 0};
  for (unsigned part = 0; part < 64; part += 32) {
    __m256i here = _mm256_loadu_si256((const __m256i *)(bytes + part));
    __m256i digit = _mm256_sub_epi8(_mm256_loadu_si256((const __m256i *)(bytes + part - 1)), _mm256_set1_epi8('0'));
    __m256i feed = _mm256_cmpeq_epi8(here, _mm256_set1_epi8('\n'));
    __m256i plain =
        _mm256_or_si256(feed, _mm256_or_si256(_mm256_cmpeq_epi8(here, _mm256_set1_epi8('\t')), _mm256_cmpeq_epi8(here, _mm256_set1_epi8('\r'))));
    __m256i odd = _mm256_andnot_si256(plain, _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), here));
    __m256i code =
        _mm256_and_si256(_mm256_cmpeq_epi8(here, _mm256_set1_epi8('m')), _mm256_cmpeq_epi8(_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit));
    odd = _mm256_or_si256(
        _mm256_or_si256(odd, code), _mm256_or_si256(_mm256_cmpeq_epi8(here, _mm256_set1_epi8('\\')), _mm256_cmpeq_epi8(here, _mm256_set1_epi8(0x7F))));
    masks.feeds |= (uint64_t)(uint32_t)_mm256_movemask_epi8(feed) << part;
    masks.suspects |= (uint64_t)(uint32_t)_mm256_movemask_epi8(odd) << part;
  }
  return masks;
}
#elif LEVEL_NARROW
// A bit of each byte that is all ones: weighed, then summed eight by eight.
static inline uint64_t neon_bits(uint8x16_t bytes) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t bits = vandq_u8(bytes, weights);
  return (uint64_t)vaddv_u8(vget_low_u8(bits)) | (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

static inline masks64 masks_neon(const uint8_t *bytes) {
  masks64 masks = {0, 0};
  for (unsigned part = 0; part < 64; part += 16) {
    uint8x16_t here = vld1q_u8(bytes + part);
    uint8x16_t digit = vsubq_u8(vld1q_u8(bytes + part - 1), vdupq_n_u8('0'));
    uint8x16_t feed = vceqq_u8(here, vdupq_n_u8('\n'));
    uint8x16_t plain = vorrq_u8(feed, vorrq_u8(vceqq_u8(here, vdupq_n_u8('\t')), vceqq_u8(here, vdupq_n_u8('\r'))));
    uint8x16_t odd = vbicq_u8(vcltq_u8(here, vdupq_n_u8(' ')), plain);
    uint8x16_t code = vandq_u8(vceqq_u8(here, vdupq_n_u8('m')), vcltq_u8(digit, vdupq_n_u8(10)));
    odd = vorrq_u8(vorrq_u8(odd, code), vorrq_u8(vceqq_u8(here, vdupq_n_u8('\\')), vcgeq_u8(here, vdupq_n_u8(0x7F))));
    masks.feeds |= neon_bits(feed) << part;
    masks.suspects |= neon_bits(odd) << part;
  }
  return masks;
}
#endif

#define EACH_64(masks_of) \
  for (; at + 64 <= r.end; at += 64) { \
    masks64 masks = masks_of(r.text + at); \
    uint32_t place = (uint32_t)(at - r.start); \
    for (uint64_t mask = masks.suspects; mask != 0; mask &= mask - 1) suspects[found.suspects++] = place + (uint32_t)__builtin_ctzll(mask); \
    /* Two at once, needed or not: most often there is none or one. */ \
    uint64_t mask = masks.feeds; \
    feeds[found.feeds] = place + (uint32_t)__builtin_ctzll(mask | (uint64_t)1 << 63); \
    uint64_t rest = mask & (mask - 1); \
    feeds[found.feeds + 1] = place + (uint32_t)__builtin_ctzll(rest | (uint64_t)1 << 63); \
    found.feeds += (mask != 0) + (rest != 0); \
    for (rest &= rest - 1; rest != 0; rest &= rest - 1) feeds[found.feeds++] = place + (uint32_t)__builtin_ctzll(rest); \
  }

static cscan_counts lines_rest(cscan_range r, size_t at, size_t end, cscan_counts found, uint32_t *feeds, uint32_t *suspects) {
  for (; at < end; at++) {
    if (r.text[at] == '\n') feeds[found.feeds++] = (uint32_t)(at - r.start);
    if (cscan_is_suspect(r.text[at], at > 0 ? r.text[at - 1] : 0)) suspects[found.suspects++] = (uint32_t)(at - r.start);
  }
  return found;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static cscan_counts lines_avx2(cscan_range r, size_t at, cscan_counts found, uint32_t *feeds, uint32_t *suspects) {
  EACH_64(masks_avx2)
  return lines_rest(r, at, r.end, found, feeds, suspects);
}
#endif

static cscan_counts lines_narrow(cscan_range r, size_t at, cscan_counts found, uint32_t *feeds, uint32_t *suspects) {
#if defined(__x86_64__)
  EACH_64(masks_sse2)
#elif LEVEL_NARROW
  EACH_64(masks_neon)
#endif
  return lines_rest(r, at, r.end, found, feeds, suspects);
}

static cscan_counts lines_plain(cscan_range r, size_t at, cscan_counts found, uint32_t *feeds, uint32_t *suspects) {
  EACH_64(masks_plain)
  return lines_rest(r, at, r.end, found, feeds, suspects);
}

cscan_counts cscan_lines(cscan_range r, uint32_t *feeds, uint32_t *suspects) {
  size_t at = r.start;
  cscan_counts found = {0, 0};
  // The text's first byte has none before it.
  if (at == 0 && at < r.end) found = lines_rest(r, at++, 1, found, feeds, suspects);
#if defined(__x86_64__)
  if (r.level == CSCAN_AVX2) return lines_avx2(r, at, found, feeds, suspects);
#endif
  return r.level == CSCAN_NARROW ? lines_narrow(r, at, found, feeds, suspects) : lines_plain(r, at, found, feeds, suspects);
}

#define FIRST_SUSPECT(masks_of) \
  for (; at + 64 <= r.end; at += 64) { \
    uint64_t mask = masks_of(r.text + at).suspects; \
    if (mask != 0) return at + (size_t)__builtin_ctzll(mask); \
  }

static size_t suspect_rest(cscan_range r, size_t at, size_t end) {
  while (at < end && !cscan_is_suspect(r.text[at], at > 0 ? r.text[at - 1] : 0)) at++;
  return at;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t suspect_avx2(cscan_range r, size_t at) {
  FIRST_SUSPECT(masks_avx2)
  return suspect_rest(r, at, r.end);
}
#endif

size_t cscan_first_suspect(cscan_range r) {
  size_t at = r.start;
  if (at == 0 && at < r.end && suspect_rest(r, at++, 1) == 0) return 0;
#if defined(__x86_64__)
  if (r.level == CSCAN_AVX2) return suspect_avx2(r, at);
  if (r.level == CSCAN_NARROW) { FIRST_SUSPECT(masks_sse2) }
#elif LEVEL_NARROW
  if (r.level == CSCAN_NARROW) { FIRST_SUSPECT(masks_neon) }
#endif
  return suspect_rest(r, at, r.end);
}

// MARK: Counting

// The compiler makes wide registers of the inner loop.
static inline __attribute__((always_inline)) size_t count_feeds(cscan_range r) {
  size_t count = 0;
  size_t at = r.start;
  for (; at + 128 <= r.end; at += 128) {
    uint8_t found = 0;
    for (size_t index = 0; index < 128; index++) found = (uint8_t)(found + (r.text[at + index] == '\n'));
    count += found;
  }
  for (; at < r.end; at++) count += r.text[at] == '\n';
  return count;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t count_avx2(cscan_range r) { return count_feeds(r); }
#endif

size_t cscan_feed_count(cscan_range r) {
#if defined(__x86_64__)
  if (r.level == CSCAN_AVX2) return count_avx2(r);
#endif
  return count_feeds(r);
}
