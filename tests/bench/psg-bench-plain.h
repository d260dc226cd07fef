/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_BENCH_PLAIN (psg_bench_plain_get_type ())
G_DECLARE_FINAL_TYPE (PsgBenchPlain, psg_bench_plain, PSG, BENCH_PLAIN, GtkWidget)

/**
 * PsgBenchPlain:
 *
 * One colour, another one each time: the least that a frame of its size can cost.
 */
GtkWidget *psg_bench_plain_new (void);

G_END_DECLS
