/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-era-layout.h"

#include <math.h>

/*
 * Eras, a time axis and a measure of text make boxes. Nothing is drawn here, and
 * nothing is known of fonts.
 */

/* Boxes are cut this far outside the view; cairo counts no further than 32 767. */
#define OUTSIDE 200.0

/* Left and right of a name, and the least room that is worth an ellipsis. */
#define PADDING 7.0
#define LEAST_LABEL 44.0

/* An end that is open or not known fades over so many pixels. */
#define FADE 48.0

/* One era's time in minutes: where it may be, and where it is for certain. */
typedef struct
{
  guint era;
  guint row;
  gint64 start;
  gint64 end;
  gint64 sure_start;
  gint64 sure_end;
} Place;

struct _PsgEraLayout
{
  GPtrArray *eras;
  GArray *places; /* of Place, by start */
  GArray *boxes;  /* of PsgEraBox, by start */
  guint n_rows;
};

static gint64
minute_or (PsgDay day,
           int    days,
           gint64 otherwise)
{
  return psg_day_is_valid (day) ? psg_day_to_minutes (day) + (gint64) days * PSG_MINUTES_PER_DAY : otherwise;
}

static Place
get_place (const PsgEdtf     *date,
           guint              era,
           const PsgTimeSpan *whole)
{
  Place place = {
    .era = era,
    .start = minute_or (psg_edtf_get_earliest (date), 0, whole->start),
    .end = minute_or (psg_edtf_get_latest (date), 1, whole->end),
  };
  gboolean is_interval = (psg_edtf_get_flags (date) & PSG_EDTF_INTERVAL) != 0;

  /* An open end may lie before the beginning of an era that begins after the whole. */
  place.end = MAX (place.end, place.start + PSG_MINUTES_PER_DAY);

  /* Within "2021" an era lasts all year; "2021/2023" begins some time in 2021. */
  place.sure_start = is_interval ? minute_or (psg_edtf_get_latest_start (date), 0, place.start) : place.start;
  place.sure_end = is_interval ? minute_or (psg_edtf_get_earliest_end (date), 1, place.end) : place.end;
  place.sure_start = CLAMP (place.sure_start, place.start, place.end);
  place.sure_end = CLAMP (place.sure_end, place.sure_start, place.end);

  return place;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;

  return one->era < other->era ? -1 : 1;
}

/* Each in the first row that is free when it begins. */
static void
assign_rows (PsgEraLayout *self)
{
  gint64 ends[PSG_ERA_MAX_ROWS] = { G_MININT64, G_MININT64 };

  for (guint i = 0; i < self->places->len;)
    {
      Place *place = &g_array_index (self->places, Place, i);
      guint row = 0;

      while (row < PSG_ERA_MAX_ROWS && ends[row] > place->start)
        row++;
      if (row == PSG_ERA_MAX_ROWS)
        {
          g_array_remove_index (self->places, i);
          continue;
        }

      place->row = row;
      ends[row] = place->end;
      self->n_rows = MAX (self->n_rows, row + 1);
      i++;
    }
}

/**
 * psg_era_layout_new:
 * @eras: (element-type PsgEra): the eras
 * @whole: where open and unknown ends are drawn to
 *
 * Returns: (transfer full): a layout with no boxes yet
 */
PsgEraLayout *
psg_era_layout_new (GPtrArray         *eras,
                    const PsgTimeSpan *whole)
{
  PsgEraLayout *self = g_new0 (PsgEraLayout, 1);

  self->eras = g_ptr_array_ref (eras);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (Place), eras->len);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (PsgEraBox));

  for (guint i = 0; i < eras->len; i++)
    {
      Place place = get_place (((const PsgEra *) g_ptr_array_index (eras, i))->date, i, whole);

      g_array_append_val (self->places, place);
    }

  g_array_sort (self->places, compare_places);
  assign_rows (self);

  return self;
}

void
psg_era_layout_free (PsgEraLayout *self)
{
  g_ptr_array_unref (self->eras);
  g_array_unref (self->places);
  g_array_unref (self->boxes);
  g_free (self);
}

guint
psg_era_layout_get_n_rows (const PsgEraLayout *self)
{
  return self->n_rows;
}

/* The name keeps within what is seen of its era, and goes along with it. */
static void
place_label (PsgEraBox         *box,
             const PsgTimeAxis *axis,
             double             width)
{
  double left = ceil (MAX (box->left, 0) + PADDING);
  double room = floor (MIN (box->right, axis->width) - PADDING - left);

  if (room < MIN (ceil (width), LEAST_LABEL))
    return;

  box->label_x = left;
  box->label_width = MIN (room, ceil (width));
}

static double
cut (const PsgTimeAxis *axis,
     gint64             minute)
{
  return CLAMP (psg_time_axis_to_x (axis, (double) minute), -OUTSIDE, axis->width + OUTSIDE);
}

static void
soften_ends (PsgEraBox         *box,
             const PsgTimeAxis *axis)
{
  double fade = MIN (FADE, (box->right - box->left) / 2);

  if (box->flags & (PSG_EDTF_OPEN_START | PSG_EDTF_UNKNOWN_START | PSG_EDTF_APPROXIMATE))
    box->sure_left = MAX (box->sure_left, MIN (box->left + fade, box->right));
  if (box->flags & (PSG_EDTF_OPEN_END | PSG_EDTF_UNKNOWN_END | PSG_EDTF_APPROXIMATE))
    box->sure_right = MIN (box->sure_right, box->right - fade);
  box->sure_right = MAX (box->sure_left, box->sure_right);
}

/**
 * psg_era_layout_update:
 * @self: a layout
 * @axis: what is shown
 * @measure: how wide names are
 * @user_data: for @measure
 *
 * Makes the boxes of what is in sight.
 */
void
psg_era_layout_update (PsgEraLayout      *self,
                       const PsgTimeAxis *axis,
                       PsgEraMeasure      measure,
                       gpointer           user_data)
{
  g_array_set_size (self->boxes, 0);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const PsgEra *era = g_ptr_array_index (self->eras, place->era);
      PsgEraBox box = {
        .era = place->era,
        .row = place->row,
        .left = cut (axis, place->start),
        .right = cut (axis, place->end),
        .sure_left = cut (axis, place->sure_start),
        .sure_right = cut (axis, place->sure_end),
        .flags = psg_edtf_get_flags (era->date),
      };

      if (box.right <= 0 || box.left >= axis->width || box.right <= box.left)
        continue;

      soften_ends (&box, axis);
      place_label (&box, axis, measure (psg_text_get (era->name), user_data));
      g_array_append_val (self->boxes, box);
    }
}

/**
 * psg_era_layout_get_boxes:
 * @self: a layout
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what is in sight, by where it begins
 */
const PsgEraBox *
psg_era_layout_get_boxes (const PsgEraLayout *self,
                          guint              *n)
{
  *n = self->boxes->len;

  return (const PsgEraBox *) self->boxes->data;
}

/**
 * psg_era_layout_pick:
 * @self: a layout
 * @x: in pixels from where the axis begins
 * @row: a row
 *
 * Returns: (nullable): the box at a point
 */
const PsgEraBox *
psg_era_layout_pick (const PsgEraLayout *self,
                     double              x,
                     guint               row)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PsgEraBox *box = &g_array_index (self->boxes, PsgEraBox, i);

      if (box->row == row && x >= box->left && x < box->right)
        return box;
    }

  return NULL;
}

/**
 * psg_era_layout_get_era_at:
 * @self: a layout
 * @day: a day
 *
 * Returns: (nullable) (transfer none): the era that a day is in; of two, the one that
 *   began last
 */
const PsgEra *
psg_era_layout_get_era_at (const PsgEraLayout *self,
                           PsgDay              day)
{
  const PsgEra *era = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (psg_day_to_minutes (day) >= place->start && psg_day_to_minutes (day) < place->end)
        era = g_ptr_array_index (self->eras, place->era);
    }

  return era;
}

/**
 * psg_era_layout_get_time:
 * @self: a layout
 * @era: the index of an era that has a place
 *
 * Returns: all of the time it may have lasted; empty if it has no place
 */
PsgTimeSpan
psg_era_layout_get_time (const PsgEraLayout *self,
                         guint               era)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->era == era)
        return (PsgTimeSpan) { place->start, place->end };
    }

  return (PsgTimeSpan) { 0, 0 };
}
