/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-text.h"

#include <math.h>
#include <string.h>

/*
 * A cache of text that has been shaped and, for the screen, painted: by face,
 * wording and the room it is cut to. It knows nothing of time or events. When it
 * has grown past its limit, what the last frames did not use is dropped.
 */

#define MAX_ENTRIES 2000
/* Frames for which an unused entry is kept. */
#define KEPT 8
/* Text that is cut is cut to a multiple of this many pixels, so that it need not be shaped
 * anew with every pixel that its room grows. */
#define CUT_STEP 16

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
  const char *text; /* borrowed for a look-up, else the entry's */
  guint face;
  guint room;       /* what it is cut to; 0: nothing */
} Key;

typedef struct
{
  Key key;
  char *text;
  cairo_surface_t *mask; /* nullable: made when first drawn */
  double width;
  double height;
  guint used;
} Entry;

struct _PsgTimelineText
{
  PangoContext *context;
  PangoFontDescription *fonts[PSG_N_FACES];
  double heights[PSG_N_FACES];
  GHashTable *entries;
  int scale;
  guint budget;
  guint clock;
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 31 + key->face * 7 + key->room;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->face == second->face && first->room == second->room && strcmp (first->text, second->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->mask, cairo_surface_destroy);
  g_free (entry->text);
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
 * @scale: device pixels to a pixel, for the screen: text is then painted once and copied
 *   from then on; 0 for paper, where text stays text
 *
 * Returns: (transfer full): an empty cache
 */
PsgTimelineText *
psg_timeline_text_new (PangoContext *context,
                       int           scale)
{
  PsgTimelineText *self = g_new0 (PsgTimelineText, 1);

  self->context = g_object_ref (context);
  self->scale = scale;
  self->budget = G_MAXUINT;
  self->entries = g_hash_table_new_full (hash_key, equal_keys, NULL, entry_free);
  for (guint i = 0; i < PSG_N_FACES; i++)
    make_font (self, i);

  return self;
}

void
psg_timeline_text_free (PsgTimelineText *self)
{
  for (guint i = 0; i < PSG_N_FACES; i++)
    pango_font_description_free (self->fonts[i]);

  g_hash_table_unref (self->entries);
  g_object_unref (self->context);
  g_free (self);
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  const PsgTimelineText *self = user_data;

  return self->clock - ((Entry *) value)->used > KEPT;
}

static PangoLayout *
make_layout (PsgTimelineText *self,
             const Key       *key)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[key->face]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, -1);
  if (key->room > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) key->room * PANGO_SCALE);
    }

  return layout;
}

/* For the screen: the text as coverage, in whole device pixels. */
static cairo_surface_t *
paint_mask (PsgTimelineText *self,
            PangoLayout     *layout,
            const Entry     *entry)
{
  int width = (int) ceil (entry->width) + 2, height = (int) ceil (entry->height);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width * self->scale, height * self->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (mask, self->scale, self->scale);
  cr = cairo_create (mask);
  cairo_move_to (cr, 1, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);

  return mask;
}

static Entry *
make_entry (PsgTimelineText *self,
            const Key       *key)
{
  g_autoptr (PangoLayout) layout = make_layout (self, key);
  Entry *entry = g_new0 (Entry, 1);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  entry->key = *key;
  entry->key.text = entry->text = g_strdup (key->text);
  entry->width = extents.width / (double) PANGO_SCALE;
  entry->height = extents.height / (double) PANGO_SCALE;
  g_hash_table_insert (self->entries, &entry->key, entry);

  return entry;
}

static Entry *
get_entry (PsgTimelineText *self,
           PsgTimelineFace  face,
           const char      *text,
           guint            room)
{
  const Key key = { text, face, room };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    entry = make_entry (self, &key);
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
  if (g_hash_table_size (self->entries) > MAX_ENTRIES)
    g_hash_table_foreach_remove (self->entries, is_stale, self);
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
  return get_entry (self, face, text, 0)->width;
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
  const Key key = { text, face, 0 };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    {
      if (self->budget == 0)
        return -1;
      self->budget--;
      entry = make_entry (self, &key);
    }
  entry->used = self->clock;

  return entry->width;
}

double
psg_timeline_text_get_height (PsgTimelineText *self,
                              PsgTimelineFace  face)
{
  if (self->heights[face] == 0)
    self->heights[face] = get_entry (self, face, "Ålg", 0)->height;

  return self->heights[face];
}

/* Painted text can be copied only where the axes are those of the device. */
static gboolean
is_upright (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy;
}

static void
draw_entry (PsgTimelineText *self,
            cairo_t         *cr,
            Entry           *entry,
            double           x,
            double           y)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (self->scale > 0 && is_upright (cr))
    {
      if (entry->mask == NULL)
        {
          layout = make_layout (self, &entry->key);
          entry->mask = paint_mask (self, layout, entry);
        }
      cairo_mask_surface (cr, entry->mask, x - 1, y);
      return;
    }

  layout = make_layout (self, &entry->key);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
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
  Entry *entry = get_entry (self, face, text, 0);

  if (width < entry->width)
    entry = get_entry (self, face, text, MAX (1, (guint) (width / CUT_STEP) * CUT_STEP));

  draw_entry (self, cr, entry, round (x), round (y - entry->height / 2));
}
