/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-ground.h"

#include "psg-document-tags.h"

/*
 * What lies under the text and tags cannot draw: the bars beside quotes and the ground of code. Only of
 * what is in sight: where a line is that was not yet is not known, and dear to find out.
 */

#define QUOTE_BAR 3
/* Of what the last line leaves below it, what is not the bar's. */
#define BELOW_QUOTE 8

typedef struct
{
  GtkTextView *view;
  GtkSnapshot *snapshot;
  GdkRGBA      ink;
  guint        size;  /* of the text, in percent */
  int          left;  /* of the text */
  int          right;
} Ground;

typedef void (*DrawStretch) (const Ground *ground, const PsgStretch *stretch);

static int
scale (const Ground *ground,
       int           pixels)
{
  return (int) (pixels * ground->size / 100);
}

/* From the top of its first line to the bottom of its last. Where a letter stands may not be asked: GTK 4.8
 * gives lines that are laid out while others beside them are already a style that is not theirs. */
static void
get_extent (const Ground     *ground,
            const PsgStretch *stretch,
            int              *top,
            int              *bottom)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ground->view);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) stretch->start);
  gtk_text_view_get_line_yrange (ground->view, &iter, top, &height);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) stretch->end);
  gtk_text_view_get_line_yrange (ground->view, &iter, &y, &height);
  *bottom = y + height;
}

static void
draw_quote (const Ground     *ground,
            const PsgStretch *quote)
{
  GdkRGBA color = ground->ink;
  int top, bottom;

  color.alpha *= 0.25f;
  get_extent (ground, quote, &top, &bottom);
  bottom -= scale (ground, BELOW_QUOTE);

  for (guint level = 0; level < quote->level; level++)
    gtk_snapshot_append_color (ground->snapshot, &color,
                               &GRAPHENE_RECT_INIT (ground->left + (int) level * scale (ground, PSG_QUOTE_INDENT), top,
                                                    QUOTE_BAR, bottom - top));
}

/* Set in by its level, in pixels. */
static void
draw_code (const Ground     *ground,
           const PsgStretch *code)
{
  GdkRGBA color = ground->ink;
  int left = ground->left + scale (ground, (int) code->level), top, bottom;
  GskRoundedRect outline;

  get_extent (ground, code, &top, &bottom);
  bottom -= scale (ground, PSG_CODE_SPACE);
  color.alpha *= 0.06f;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (left, top, MAX (1, ground->right - left), bottom - top), 6);
  gtk_snapshot_push_rounded_clip (ground->snapshot, &outline);
  gtk_snapshot_append_color (ground->snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (ground->snapshot);
}

static void
draw_all (const Ground *ground,
          const GArray *stretches,
          DrawStretch   draw,
          guint         first,
          guint         last)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const PsgStretch *stretch = &g_array_index (stretches, PsgStretch, i);

      if (stretch->end >= first && stretch->start <= last)
        draw (ground, stretch);
    }
}

/**
 * psg_reader_ground_draw:
 * @view: a view
 * @snapshot: what is drawn to, in buffer coordinates
 * @rendering: what is shown
 * @first: the first offset in sight
 * @last: the first offset after
 */
void
psg_reader_ground_draw (GtkTextView        *view,
                        GtkSnapshot        *snapshot,
                        const PsgRendering *rendering,
                        guint               first,
                        guint               last)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view));
  Ground ground = {
    .view = view,
    .snapshot = snapshot,
    .size = psg_document_tags_get_size (tags),
    .left = gtk_text_view_get_left_margin (view),
  };
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (view, &visible);
  ground.right = visible.width - gtk_text_view_get_right_margin (view);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &ground.ink);
  draw_all (&ground, rendering->quotes, draw_quote, first, last);
  draw_all (&ground, rendering->codes, draw_code, first, last);
}
