/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-hits.h"

#include "psg-palette.h"
#include "psg-text-finder.h"

/*
 * Marks what was found in a text: drawn over it, and only what is in sight. Tags would make the text be
 * laid out again, of which a letter found in every word of a book is too much.
 */

typedef struct
{
  GdkRGBA fill;
  GdkRGBA border;
  float   width;
} Look;

static void
get_looks (Look *hit,
           Look *current)
{
  PsgScheme scheme = psg_palette_get_scheme ();
  gboolean contrast = scheme == PSG_SCHEME_HIGH_CONTRAST || scheme == PSG_SCHEME_HIGH_CONTRAST_DARK;
  GdkRGBA accent;

  psg_palette_get_accent (scheme, &accent);
  *hit = (Look) { accent, accent, 1 };
  *current = (Look) { accent, accent, 2 };
  hit->fill.alpha = psg_scheme_is_dark (scheme) ? 0.28f : 0.20f;
  hit->border.alpha = contrast ? 1 : 0;
  current->fill.alpha = psg_scheme_is_dark (scheme) ? 0.50f : 0.38f;
  if (contrast)
    {
      /* The border tells enough; the words stay easy to read. */
      current->fill.alpha = hit->fill.alpha;
      current->width = 3;
    }
}

static void
draw_area (GtkSnapshot        *snapshot,
           const GdkRectangle *area,
           const Look         *look)
{
  const float widths[] = { look->width, look->width, look->width, look->width };
  const GdkRGBA borders[] = { look->border, look->border, look->border, look->border };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (area->x - 1, area->y, area->width + 2, area->height), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &look->fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  if (look->border.alpha > 0)
    gtk_snapshot_append_border (snapshot, &outline, widths, borders);
}

/* From one place to another in the same line, whichever way it runs. */
static GdkRectangle
get_area (GtkTextView       *view,
          const GtkTextIter *start,
          const GtkTextIter *end)
{
  GdkRectangle first, last;
  int left;

  gtk_text_view_get_iter_location (view, start, &first);
  gtk_text_view_get_iter_location (view, end, &last);
  if (last.y != first.y && last.y >= first.y + first.height)
    return first;

  left = MIN (first.x, last.x);

  return (GdkRectangle) { left, MIN (first.y, last.y), MAX (first.x, last.x) - left, MAX (first.height, last.height) };
}

static void
draw_hit (GtkTextView      *view,
          GtkSnapshot      *snapshot,
          const PsgTextHit *hit,
          const Look       *look)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, (int) hit->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) hit->end);

  /* Words may run on in the next line. */
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      GtkTextIter stop = at;
      GdkRectangle area;

      if (!gtk_text_view_forward_display_line_end (view, &stop) || gtk_text_iter_compare (&stop, &end) > 0)
        stop = end;
      area = get_area (view, &at, &stop);
      if (area.width > 0)
        draw_area (snapshot, &area, look);

      at = stop;
      if (gtk_text_iter_compare (&at, &end) < 0 && !gtk_text_iter_forward_char (&at))
        break;
    }
}

/**
 * psg_reader_hits_draw:
 * @view: a view
 * @snapshot: what it is drawn to, in buffer coordinates
 * @hits: (element-type PsgTextHit): what was found, in order
 * @current: index of the one that is shown more strongly, or -1
 * @first: the first offset in sight
 * @last: the first offset after
 */
void
psg_reader_hits_draw (GtkTextView  *view,
                      GtkSnapshot  *snapshot,
                      const GArray *hits,
                      int           current,
                      guint         first,
                      guint         last)
{
  guint low = 0, n = hits->len;
  Look hit, strong;

  /* The first that does not end before what is in sight. */
  while (n > 0)
    {
      guint half = n / 2;

      if (g_array_index (hits, PsgTextHit, low + half).end < first)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  get_looks (&hit, &strong);
  for (guint i = low; i < hits->len && g_array_index (hits, PsgTextHit, i).start <= last; i++)
    draw_hit (view, snapshot, &g_array_index (hits, PsgTextHit, i), (int) i == current ? &strong : &hit);
}
