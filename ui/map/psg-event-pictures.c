/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-pictures.h"

#include <string.h>

/*
 * With a hundred thousand events a step of the zoom level brings hundreds of bubbles at
 * once, most of which look like one there is already. They hold for one look, font and
 * scale; make new ones when one of these changes.
 */

/* How many pictures are made in a frame at most. */
#define PER_FRAME 4
/* When there are more, they have become useless long ago. */
#define MAX_KEPT 3000

typedef struct
{
  GdkTexture     *texture;
  graphene_size_t size;
} Picture;

struct _PsgEventPictures
{
  GtkWidget  *widget;   /* unowned: it owns us */
  GHashTable *bubbles;  /* by look */
  GHashTable *counts;   /* by number, fade and ink */
  guint       n_made;
  gboolean    lacking;
};

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

static guint
hash_look (gconstpointer key)
{
  const guint8 *bytes = key;
  guint hash = 2166136261u;

  for (guint i = 0; i < sizeof (PsgBubbleLook); i++)
    hash = (hash ^ bytes[i]) * 16777619u;

  return hash;
}

static gboolean
equal_looks (gconstpointer a,
             gconstpointer b)
{
  return memcmp (a, b, sizeof (PsgBubbleLook)) == 0;
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
  Picture *picture = g_hash_table_lookup (self->bubbles, look);

  if (picture == NULL && (at_any_cost || may_make (self)))
    {
      picture = g_new0 (Picture, 1);
      picture->texture = psg_event_bubble_paint (self->widget, look, lanes, &picture->size);
      g_hash_table_insert (self->bubbles, g_memdup2 (look, sizeof *look), picture);
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
  guint ink = psg_event_bubble_has_dark_count (psg_palette_get_scheme (), look, lanes);
  gpointer key = GUINT_TO_POINTER ((label * PSG_BUBBLE_FADES + look->fade) << 1 | ink);
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
                               &GRAPHENE_RECT_INIT (x - picture->size.width / 2, y - picture->size.height / 2,
                                                    picture->size.width, picture->size.height));
}

PsgEventPictures *
psg_event_pictures_new (GtkWidget *widget)
{
  PsgEventPictures *self = g_new0 (PsgEventPictures, 1);

  self->widget = widget;
  self->bubbles = g_hash_table_new_full (hash_look, equal_looks, g_free, (GDestroyNotify) picture_free);
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
  const Picture *bubble = get_bubble (self, look, lanes, FALSE);
  const Picture *count = n_events > 1 ? get_count (self, look, lanes, n_events) : NULL;

  if (bubble == NULL)
    {
      PsgBubbleLook simple = *look;

      memset (simple.shares, 0, sizeof simple.shares);
      simple.shares[psg_event_bubble_get_main_lane (look, lanes->len)] = PSG_BUBBLE_PARTS;
      bubble = get_bubble (self, &simple, lanes, TRUE);
    }
  append (snapshot, bubble, x, y);
  if (count != NULL)
    append (snapshot, count, x, y);
}
