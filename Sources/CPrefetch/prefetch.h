#pragma once

/// Asks for the cache line at `address`, without waiting for it. Any address will do.
static inline __attribute__((always_inline)) void cpu_prefetch(const void *address) { __builtin_prefetch(address); }
