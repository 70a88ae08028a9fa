// Counts the work of a program: each edge between its basic blocks, and what is searched and moved in bulk.
#include <stddef.h>
#include <stdint.h>

static uint64_t work;

uint64_t work_done(void) { return work; }

// Called at each edge, where the compiler was told -sanitize-coverage=edge,trace-pc-guard.
void __sanitizer_cov_trace_pc_guard(uint32_t *guard) { work++; }
void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop) {
  for (; start < stop; start++) *start = 1;
}

// Put before these functions by the linker's --wrap; eight bytes count as one step.
void *__real_memchr(const void *bytes, int byte, size_t count);
void *__wrap_memchr(const void *bytes, int byte, size_t count) {
  const char *found = __real_memchr(bytes, byte, count);
  work += (found ? (size_t)(found - (const char *)bytes) : count) / 8;
  return (void *)found;
}

void *__real_memmove(void *to, const void *from, size_t count);
void *__wrap_memmove(void *to, const void *from, size_t count) {
  work += count / 8;
  return __real_memmove(to, from, count);
}

void *__real_memcpy(void *to, const void *from, size_t count);
void *__wrap_memcpy(void *to, const void *from, size_t count) {
  work += count / 8;
  return __real_memcpy(to, from, count);
}
