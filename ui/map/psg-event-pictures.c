/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-pictures.h"

#include <math.h>
#include <string.h>

/*
 * With a hundred thousand events a step of the zoom level brings hundreds of bubbles at
 * once. Mixes are rounded to eighths, so that most of them look like one there is already.
 * They hold for one look, font and scale; make new ones when one of these changes.
 */

/* How many pictures are made in a frame at most. */
#define PER_FRAME 24
/* When there are more, they have become useless long ago. */
#define MAX_KEPT 3000
#define PARTS 8

typedef struct
{
  GdkTexture *texture;
  double      size;
} Picture;

struct _PsgEventPictures
{
  GtkWidget  *widget;   /* unowned: it owns us */
  GHashTable *bubbles;  /* by look */
  GHashTable *counts;   /* by number, radius and ink */
  guint       n_made;
  gboolean    lacking;
};

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

static PsgBubbleLook
simplify (const PsgBubbleLook *look,
          guint                n_lanes)
{
  PsgBubbleLook simple = { .radius = look->radius, .hollow = look->hollow, .emphasis = look->emphasis };
  guint sum = 0;

  for (guint i = 0; i < n_lanes; i++)
    sum += look->shares[i];
  for (guint i = 0; i < n_lanes && sum > 0; i++)
    {
      simple.shares[i] = (look->shares[i] * PARTS + sum / 2) / sum;
      /* What there is at all is shown. */
      if (look->shares[i] > 0)
        simple.shares[i] = MAX (simple.shares[i], 1);
    }

  return simple;
}

static char *
describe_look (const PsgBubbleLook *look,
               guint                n_lanes)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n_lanes; i++)
    g_string_append_c (key, 'a' + look->shares[i]);
  g_string_append_printf (key, "%g%d%d", look->radius, look->hollow, look->emphasis);

  return g_string_free (key, FALSE);
}

/* Returns: %FALSE if no more may be made in this frame. */
static gboolean
may_make (PsgEventPictures *self)
{
  if (self->n_made >= PER_FRAME)
    {
      self->lacking = TRUE;
      return FALSE;
    }
  self->n_made++;

  return TRUE;
}

static const Picture *
get_bubble (PsgEventPictures    *self,
            const PsgBubbleLook *look,
            GPtrArray           *lanes,
            gboolean             at_any_cost)
{
  g_autofree char *key = describe_look (look, lanes->len);
  Picture *picture = g_hash_table_lookup (self->bubbles, key);

  if (picture == NULL && (at_any_cost || may_make (self)))
    {
      picture = g_new0 (Picture, 1);
      picture->texture = psg_event_bubble_paint (self->widget, look, lanes, &picture->size);
      g_hash_table_insert (self->bubbles, g_steal_pointer (&key), picture);
    }

  return picture;
}

static const Picture *
get_count (PsgEventPictures    *self,
           const PsgBubbleLook *look,
           GPtrArray           *lanes,
           guint                n_events)
{
  guint label = n_events < 1000 ? n_events : n_events / 1000 * 1000;
  gpointer key = GUINT_TO_POINTER (label << 1 | (guint) psg_event_bubble_has_dark_count (look, lanes));
  Picture *picture = g_hash_table_lookup (self->counts, key);

  if (picture == NULL && may_make (self))
    {
      picture = g_new0 (Picture, 1);
      picture->texture = psg_event_bubble_paint_count (self->widget, look, lanes, n_events, &picture->size);
      g_hash_table_insert (self->counts, key, picture);
    }

  return picture;
}

static void
append (GtkSnapshot   *snapshot,
        const Picture *picture,
        double         x,
        double         y)
{
  gtk_snapshot_append_texture (snapshot, picture->texture,
                               &GRAPHENE_RECT_INIT (x - picture->size / 2, y - picture->size / 2,
                                                    picture->size, picture->size));
}

PsgEventPictures *
psg_event_pictures_new (GtkWidget *widget)
{
  PsgEventPictures *self = g_new0 (PsgEventPictures, 1);

  self->widget = widget;
  self->bubbles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) picture_free);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) picture_free);

  return self;
}

void
psg_event_pictures_free (PsgEventPictures *self)
{
  g_hash_table_unref (self->bubbles);
  g_hash_table_unref (self->counts);
  g_free (self);
}

/* Call before the first bubble of a frame. */
void
psg_event_pictures_begin (PsgEventPictures *self)
{
  self->n_made = 0;
  self->lacking = FALSE;
  if (g_hash_table_size (self->bubbles) > MAX_KEPT)
    g_hash_table_remove_all (self->bubbles);
  if (g_hash_table_size (self->counts) > MAX_KEPT)
    g_hash_table_remove_all (self->counts);
}

/* Returns: whether something was left out, and another frame is wanted. */
gboolean
psg_event_pictures_end (PsgEventPictures *self)
{
  return self->lacking;
}

/**
 * psg_event_pictures_snapshot:
 * @self: the pictures
 * @snapshot: where
 * @look: what the bubble looks like
 * @lanes: (element-type PsgLane): the lanes
 * @n_events: how many events it stands for
 * @x: its middle
 * @y: the same
 */
void
psg_event_pictures_snapshot (PsgEventPictures    *self,
                             GtkSnapshot         *snapshot,
                             const PsgBubbleLook *look,
                             GPtrArray           *lanes,
                             guint                n_events,
                             double               x,
                             double               y)
{
  PsgBubbleLook simple = simplify (look, lanes->len);
  const Picture *bubble = get_bubble (self, &simple, lanes, FALSE);
  const Picture *count = n_events > 1 ? get_count (self, &simple, lanes, n_events) : NULL;

  if (bubble == NULL)
    {
      guint main = psg_event_bubble_get_main_lane (simple.shares, lanes->len);

      memset (simple.shares, 0, sizeof simple.shares);
      simple.shares[main] = 1;
      bubble = get_bubble (self, &simple, lanes, TRUE);
    }
  append (snapshot, bubble, x, y);
  if (count != NULL)
    append (snapshot, count, x, y);
}
