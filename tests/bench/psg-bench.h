/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgBench:
 *
 * What one thing took each time it was done, in milliseconds.
 */
typedef struct _PsgBench PsgBench;

PsgBench *psg_bench_new            (void);
void      psg_bench_free           (PsgBench *self);
void      psg_bench_begin          (PsgBench *self);
void      psg_bench_end            (PsgBench *self);
void      psg_bench_add            (PsgBench *self, double ms);
double    psg_bench_get_now        (void);
guint     psg_bench_get_n          (PsgBench *self);
double    psg_bench_get_percentile (PsgBench *self, double share);
/* Appends `"PREFIXp50_ms": …, "PREFIXp95_ms": …, "PREFIXp99_ms": …, "PREFIXmax_ms": …` */
void      psg_bench_print          (PsgBench *self, const char *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgBench, psg_bench_free)

G_END_DECLS
