/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-bench-plain.h"

struct _PsgBenchPlain
{
  GtkWidget parent_instance;

  guint turn;
};

G_DEFINE_FINAL_TYPE (PsgBenchPlain, psg_bench_plain, GTK_TYPE_WIDGET)

static void
psg_bench_plain_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GdkRGBA colour = { 0.9f + 0.05f * (PSG_BENCH_PLAIN (widget)->turn++ % 2), 0.9f, 0.9f, 1 };

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
psg_bench_plain_class_init (PsgBenchPlainClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = psg_bench_plain_snapshot;
}

static void
psg_bench_plain_init (PsgBenchPlain *self)
{
}

GtkWidget *
psg_bench_plain_new (void)
{
  return g_object_new (PSG_TYPE_BENCH_PLAIN, NULL);
}
