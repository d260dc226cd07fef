/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-text.h"

#include <math.h>

/*
 * A cache of shaped text, by face and wording. It knows nothing of time or
 * events. When it has grown past its limit, what the last frames did not use is
 * dropped.
 */

#define MAX_ENTRIES 3000

/* Two sizes, two weights: more of them make a restless picture, and every one costs a
 * look through all fonts before the first frame. */
static const struct
{
  double scale;
  PangoWeight weight;
} faces[PSG_N_FACES] = {
  [PSG_FACE_LABEL] = { 0.82, PANGO_WEIGHT_NORMAL },
  [PSG_FACE_LABEL_BOLD] = { 0.82, PANGO_WEIGHT_BOLD },
  [PSG_FACE_LANE] = { 0.82, PANGO_WEIGHT_BOLD },
  [PSG_FACE_TICK] = { 0.76, PANGO_WEIGHT_NORMAL },
  [PSG_FACE_TICK_MAJOR] = { 0.82, PANGO_WEIGHT_BOLD },
  [PSG_FACE_SMALL] = { 0.76, PANGO_WEIGHT_NORMAL },
  [PSG_FACE_SMALL_BOLD] = { 0.76, PANGO_WEIGHT_BOLD },
  [PSG_FACE_CAPTION] = { 0.76, PANGO_WEIGHT_NORMAL },
};

typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
  guint used;
} Entry;

struct _PsgTimelineText
{
  PangoContext *context;
  PangoFontDescription *fonts[PSG_N_FACES];
  double heights[PSG_N_FACES];
  GHashTable *entries[PSG_N_FACES];
  guint n_entries;
  guint budget;
  guint clock;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_free (entry);
}

static void
make_font (PsgTimelineText *self,
           PsgTimelineFace  face)
{
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  double size = pango_font_description_get_size (font) * faces[face].scale;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) size);
  pango_font_description_set_weight (font, faces[face].weight);

  self->fonts[face] = font;
}

/**
 * psg_timeline_text_new:
 * @context: the fonts to shape with
 *
 * Returns: (transfer full): an empty cache
 */
PsgTimelineText *
psg_timeline_text_new (PangoContext *context)
{
  PsgTimelineText *self = g_new0 (PsgTimelineText, 1);

  self->context = g_object_ref (context);
  self->budget = G_MAXUINT;
  for (guint i = 0; i < PSG_N_FACES; i++)
    {
      make_font (self, i);
      self->entries[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
    }

  return self;
}

void
psg_timeline_text_free (PsgTimelineText *self)
{
  for (guint i = 0; i < PSG_N_FACES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_hash_table_unref (self->entries[i]);
    }

  g_object_unref (self->context);
  g_free (self);
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  const PsgTimelineText *self = user_data;

  return self->clock - ((Entry *) value)->used > 8;
}

static void
sweep (PsgTimelineText *self)
{
  for (guint i = 0; i < PSG_N_FACES; i++)
    self->n_entries -= g_hash_table_foreach_remove (self->entries[i], is_stale, self);
}

static Entry *
make_entry (PsgTimelineText *self,
            PsgTimelineFace  face,
            const char      *text)
{
  Entry *entry = g_new0 (Entry, 1);
  PangoRectangle extents;

  entry->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (entry->layout, self->fonts[face]);
  pango_layout_set_single_paragraph_mode (entry->layout, TRUE);
  pango_layout_set_ellipsize (entry->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (entry->layout, text, -1);
  pango_layout_get_extents (entry->layout, NULL, &extents);
  entry->width = extents.width / (double) PANGO_SCALE;
  entry->height = extents.height / (double) PANGO_SCALE;

  g_hash_table_insert (self->entries[face], g_strdup (text), entry);
  self->n_entries++;

  return entry;
}

static Entry *
get_entry (PsgTimelineText *self,
           PsgTimelineFace  face,
           const char      *text)
{
  Entry *entry = g_hash_table_lookup (self->entries[face], text);

  if (entry == NULL)
    entry = make_entry (self, face, text);
  entry->used = self->clock;

  return entry;
}

/**
 * psg_timeline_text_set_budget:
 * @self: a cache
 * @budget: how many texts psg_timeline_text_try_measure() may shape from now on
 *
 * Begins a frame.
 */
void
psg_timeline_text_set_budget (PsgTimelineText *self,
                              guint            budget)
{
  self->budget = budget;
  self->clock++;
  if (self->n_entries > MAX_ENTRIES)
    sweep (self);
}

/**
 * psg_timeline_text_measure:
 * @self: a cache
 * @face: a face
 * @text: the words
 *
 * Returns: their width in pixels
 */
double
psg_timeline_text_measure (PsgTimelineText *self,
                           PsgTimelineFace  face,
                           const char      *text)
{
  return get_entry (self, face, text)->width;
}

/**
 * psg_timeline_text_try_measure:
 *
 * The same as psg_timeline_text_measure(), within the budget.
 *
 * Returns: the width, or -1 if the budget is used up
 */
double
psg_timeline_text_try_measure (PsgTimelineText *self,
                               PsgTimelineFace  face,
                               const char      *text)
{
  if (!g_hash_table_contains (self->entries[face], text))
    {
      if (self->budget == 0)
        return -1;
      self->budget--;
    }

  return get_entry (self, face, text)->width;
}

double
psg_timeline_text_get_height (PsgTimelineText *self,
                              PsgTimelineFace  face)
{
  if (self->heights[face] == 0)
    self->heights[face] = get_entry (self, face, "Ålg")->height;

  return self->heights[face];
}

/**
 * psg_timeline_text_draw:
 * @self: a cache
 * @cr: where, with its source set
 * @face: a face
 * @text: the words
 * @x: their left edge
 * @y: of their middle
 * @width: the room they have; more is cut with an ellipsis
 *
 * Draws a line of text.
 */
void
psg_timeline_text_draw (PsgTimelineText *self,
                        cairo_t         *cr,
                        PsgTimelineFace  face,
                        const char      *text,
                        double           x,
                        double           y,
                        double           width)
{
  Entry *entry = get_entry (self, face, text);

  pango_layout_set_width (entry->layout, width < entry->width ? (int) (width * PANGO_SCALE) : -1);
  cairo_move_to (cr, round (x), round (y - entry->height / 2));
  pango_cairo_show_layout (cr, entry->layout);
}
