/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-text.h"

#include <math.h>
#include <string.h>

/*
 * A cache of text that has been shaped and, for the screen, painted: by face and
 * wording. It knows nothing of time or events. When it has grown past its limit, what
 * the last frames did not use is dropped. Text that has less room than it wants is
 * painted up to the last letter that fits, and an ellipsis after it: where letters end is
 * kept, so that no text is shaped anew for each pixel that its room grows.
 */

#define MAX_ENTRIES 2000
/* Frames for which an unused entry is kept. */
#define KEPT 8

#define ELLIPSIS "…"

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
} Key;

typedef struct
{
  Key key;
  char *text;
  cairo_surface_t *mask; /* nullable: made when first drawn */
  GArray *stops;         /* nullable: where letters end, in pixels; not of text that goes both ways */
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

  return g_str_hash (key->text) * 31 + key->face;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->face == second->face && strcmp (first->text, second->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->mask, cairo_surface_destroy);
  g_clear_pointer (&entry->stops, g_array_unref);
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

/* Where each letter ends; %NULL unless they follow one another from left to right. No
 * stop follows a space: an ellipsis stands by a word. */
static GArray *
find_stops (PangoLayout *layout)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (float));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  int at = 0;

  do
    {
      PangoRectangle letter;
      float stop;

      pango_layout_iter_get_cluster_extents (iter, NULL, &letter);
      if (letter.x < at)
        {
          g_clear_pointer (&stops, g_array_unref);
          break;
        }
      at = letter.x;
      stop = (letter.x + letter.width) / (float) PANGO_SCALE;
      if (text[pango_layout_iter_get_index (iter)] != ' ')
        g_array_append_val (stops, stop);
    }
  while (pango_layout_iter_next_cluster (iter));

  pango_layout_iter_free (iter);

  return stops;
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
  entry->stops = find_stops (layout);
  g_hash_table_insert (self->entries, &entry->key, entry);

  return entry;
}

static Entry *
get_entry (PsgTimelineText *self,
           PsgTimelineFace  face,
           const char      *text)
{
  const Key key = { text, face };
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
  const Key key = { text, face };
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
    self->heights[face] = get_entry (self, face, "Ålg")->height;

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
ensure_mask (PsgTimelineText *self,
             Entry           *entry)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (entry->mask != NULL)
    return;

  layout = make_layout (self, &entry->key);
  entry->mask = paint_mask (self, layout, entry);
}

/* Text that stays text, or that goes in both directions, or stands on its side. */
static void
draw_vector (PsgTimelineText *self,
             cairo_t         *cr,
             const Entry     *entry,
             double           x,
             double           y,
             double           width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, &entry->key);

  if (width < entry->width)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    }

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  /* What is drawn next begins anew. */
  cairo_new_path (cr);
}

static double
find_cut (const Entry *entry,
          double       room)
{
  double cut = 0;

  for (guint i = 0; i < entry->stops->len && g_array_index (entry->stops, float, i) <= room; i++)
    cut = g_array_index (entry->stops, float, i);

  return cut;
}

static void
draw_cut (PsgTimelineText *self,
          cairo_t         *cr,
          Entry           *entry,
          double           x,
          double           y,
          double           width)
{
  Entry *ellipsis = get_entry (self, (PsgTimelineFace) entry->key.face, ELLIPSIS);
  double cut = ceil (find_cut (entry, width - ellipsis->width));

  ensure_mask (self, ellipsis);
  cairo_save (cr);
  cairo_rectangle (cr, x - 1, y, cut + 1, ceil (entry->height));
  cairo_clip (cr);
  cairo_mask_surface (cr, entry->mask, x - 1, y);
  cairo_restore (cr);
  cairo_mask_surface (cr, ellipsis->mask, x - 1 + cut, y);
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
  gboolean fits = width >= entry->width;

  x = round (x);
  y = round (y - entry->height / 2);

  if (self->scale == 0 || !is_upright (cr) || (!fits && entry->stops == NULL))
    {
      draw_vector (self, cr, entry, x, y, width);
      return;
    }

  ensure_mask (self, entry);
  if (fits)
    cairo_mask_surface (cr, entry->mask, x - 1, y);
  else
    draw_cut (self, cr, entry, x, y, width);
}
