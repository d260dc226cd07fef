/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-pictures.h"

#include <math.h>

/*
 * Which pictures to ask for, and which to keep. What was asked for and is not wanted any more is taken back
 * before the thread begins it. It draws nothing itself.
 */

/* A page of so many pixels is drawn whole. */
#define WHOLE_PIXELS (6 * 1000 * 1000)
#define SMALL_PIXELS (300 * 1000)
#define LONGEST 8192
/* What is kept besides what is wanted, in bytes. */
#define ROOM (160 * 1000 * 1000)
#define PIXEL 4

/* One picture: there, or on its way. */
typedef struct
{
  GdkTexture *texture;       /* (nullable) */
  PsgPdfPart part;           /* which it shows */
  PsgPdfPart asked;          /* which is on its way */
  GCancellable *cancellable; /* (nullable): while it is */
  gboolean failed;           /* @asked could not be drawn */
} Slot;

typedef struct
{
  Slot crisp;
  Slot small;
  guint64 used; /* the last round in which it was wanted */
} Entry;

struct _PsgPdfPictures
{
  PsgPdfFile *file; /* borrowed */
  PsgPdfPicturesChanged changed;
  gpointer data;

  GHashTable *entries; /* page → Entry */
  guint64 round;
};

typedef struct
{
  PsgPdfPictures *pictures;
  guint page;
  gboolean small;
} Asking;

static void
forget (Slot *slot)
{
  if (slot->cancellable != NULL)
    g_cancellable_cancel (slot->cancellable);
  g_clear_object (&slot->cancellable);
}

static void
free_entry (gpointer data)
{
  Entry *self = data;

  forget (&self->crisp);
  forget (&self->small);
  g_clear_object (&self->crisp.texture);
  g_clear_object (&self->small.texture);
  g_free (self);
}

static Entry *
get_entry (PsgPdfPictures *self,
           guint           page)
{
  return g_hash_table_lookup (self->entries, GUINT_TO_POINTER (page));
}

static gsize
get_bytes (const Slot *slot)
{
  return slot->texture != NULL ? (gsize) slot->part.width * slot->part.height * PIXEL : 0;
}

static gboolean
covers (const PsgPdfPart            *part,
        double                       scale,
        const cairo_rectangle_int_t *sight)
{
  return part->scale == scale && part->x <= sight->x && part->y <= sight->y
         && part->x + part->width >= sight->x + sight->width && part->y + part->height >= sight->y + sight->height;
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Asking *asking = data;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = psg_pdf_file_draw_finish (result, &error);
  Entry *entry;
  Slot *slot;

  /* Then there may be nobody left who asked. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  entry = get_entry (asking->pictures, asking->page);
  slot = asking->small ? &entry->small : &entry->crisp;
  g_clear_object (&slot->cancellable);
  slot->failed = texture == NULL;
  if (texture != NULL)
    {
      g_clear_object (&slot->texture);
      slot->texture = texture;
      slot->part = slot->asked;
    }
  asking->pictures->changed (asking->pictures->data);
}

static void
ask (PsgPdfPictures   *self,
     Slot             *slot,
     const PsgPdfPart *part,
     gboolean          small,
     PsgPdfUrgency     urgency)
{
  Asking *asking = g_new0 (Asking, 1);

  *asking = (Asking) { self, part->page, small };
  forget (slot);
  slot->asked = *part;
  slot->cancellable = g_cancellable_new ();
  psg_pdf_file_draw_async (self->file, part, urgency, slot->cancellable, drawn_cb, asking);
}

/* The whole page at no more than so many pixels. */
static PsgPdfPart
shrink (const PsgPdfPart *page,
        double            pixels)
{
  double factor = MIN (sqrt (pixels / ((double) page->width * page->height)), 1);
  PsgPdfPart part = { page->page, page->scale * factor, 0, 0, 1, 1 };

  /* A page may be all length and no width. */
  part.width = CLAMP (page->width * factor, 1, LONGEST);
  part.height = CLAMP (page->height * factor, 1, LONGEST);

  return part;
}

static void
grow (int *from,
      int *length,
      int  most)
{
  int more = *length / 2;
  int first = MAX (*from - more, 0);
  int last = MIN (*from + *length + more, most);

  *from = first;
  *length = last - first;
}

/* What is in sight and half as much again on each side, unless that is too large. */
static PsgPdfPart
choose_part (const PsgPdfPart            *page,
             const cairo_rectangle_int_t *sight)
{
  PsgPdfPart part = { page->page, page->scale, sight->x, sight->y, sight->width, sight->height };

  grow (&part.x, &part.width, page->width);
  grow (&part.y, &part.height, page->height);
  if ((gint64) part.width * part.height <= WHOLE_PIXELS)
    return part;

  return (PsgPdfPart) { page->page, page->scale, sight->x, sight->y, sight->width, sight->height };
}

static gboolean
fits_whole (const PsgPdfPart *page)
{
  return (gint64) page->width * page->height <= WHOLE_PIXELS && page->width <= LONGEST && page->height <= LONGEST;
}

/* @file must outlive it. */
PsgPdfPictures *
psg_pdf_pictures_new (PsgPdfFile            *file,
                      PsgPdfPicturesChanged  changed,
                      gpointer               data)
{
  PsgPdfPictures *self = g_new0 (PsgPdfPictures, 1);

  self->file = file;
  self->changed = changed;
  self->data = data;
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, free_entry);

  return self;
}

void
psg_pdf_pictures_free (PsgPdfPictures *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

/* From here on it is told what is wanted now. */
void
psg_pdf_pictures_begin (PsgPdfPictures *self)
{
  self->round++;
}

static void
want_small (PsgPdfPictures   *self,
            Entry            *entry,
            const PsgPdfPart *page,
            PsgPdfUrgency     urgency)
{
  PsgPdfPart part = shrink (page, SMALL_PIXELS);

  if (entry->small.texture == NULL && entry->small.cancellable == NULL && !entry->small.failed)
    ask (self, &entry->small, &part, TRUE, urgency);
}

/**
 * psg_pdf_pictures_want:
 * @self: the pictures
 * @page: all of a page, at the scale at which it is shown
 * @area: what of it is in sight, in the same pixels; not empty. Of what is larger than a picture may be the beginning
 *   is drawn
 * @urgency: how soon
 */
void
psg_pdf_pictures_want (PsgPdfPictures              *self,
                       const PsgPdfPart            *page,
                       const cairo_rectangle_int_t *area,
                       PsgPdfUrgency                urgency)
{
  const cairo_rectangle_int_t *sight = &(cairo_rectangle_int_t) {
    area->x, area->y, MIN (area->width, LONGEST), MIN (area->height, PSG_PDF_MAX_PIXELS / MIN (area->width, LONGEST)),
  };
  gboolean whole = fits_whole (page);
  Entry *entry = get_entry (self, page->page);
  PsgPdfPart part;
  Slot *slot;

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, GUINT_TO_POINTER (page->page), entry);
    }
  entry->used = self->round;
  slot = &entry->crisp;

  /* Of what is drawn in parts there is something to see while one scrolls. */
  if (!whole)
    want_small (self, entry, page, urgency);
  if ((slot->texture != NULL && covers (&slot->part, page->scale, sight)) || (!whole && urgency != PSG_PDF_NOW))
    return;
  if ((slot->cancellable != NULL || slot->failed) && covers (&slot->asked, page->scale, sight))
    return;

  part = whole ? *page : choose_part (page, sight);
  ask (self, slot, &part, FALSE, urgency);
}

static gboolean
is_older (const Entry *entry,
          const Entry *other)
{
  return other == NULL || entry->used < other->used;
}

/* The page that was wanted longest ago and has pictures; not one that is wanted now. */
static Entry *
find_oldest (PsgPdfPictures *self,
             gpointer       *page)
{
  Entry *oldest = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Entry *) value)->used < self->round && is_older (value, oldest))
      {
        oldest = value;
        *page = key;
      }

  return oldest;
}

/* That was all: the rest is not waited for, and makes way if there is no room. */
void
psg_pdf_pictures_end (PsgPdfPictures *self)
{
  GHashTableIter iter;
  gpointer value, page;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Entry *) value)->used < self->round)
      {
        forget (&((Entry *) value)->crisp);
        forget (&((Entry *) value)->small);
      }

  while (psg_pdf_pictures_get_size (self) > ROOM && find_oldest (self, &page) != NULL)
    g_hash_table_remove (self->entries, page);
}

/* (transfer none) (nullable): the whole page, not crisp */
GdkTexture *
psg_pdf_pictures_get_small (PsgPdfPictures *self,
                            guint           page)
{
  Entry *entry = get_entry (self, page);

  return entry != NULL ? entry->small.texture : NULL;
}

/* (transfer none) (nullable): @part: (out): what it shows, perhaps at another scale than the one wanted */
GdkTexture *
psg_pdf_pictures_get_crisp (PsgPdfPictures *self,
                            guint           page,
                            PsgPdfPart     *part)
{
  Entry *entry = get_entry (self, page);

  if (entry == NULL || entry->crisp.texture == NULL)
    return NULL;

  *part = entry->crisp.part;

  return entry->crisp.texture;
}

/* How much memory they take, in bytes. */
gsize
psg_pdf_pictures_get_size (PsgPdfPictures *self)
{
  gsize size = 0;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    size += get_bytes (&((Entry *) value)->crisp) + get_bytes (&((Entry *) value)->small);

  return size;
}

/* Whether any is on its way. */
gboolean
psg_pdf_pictures_is_busy (PsgPdfPictures *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Entry *) value)->crisp.cancellable != NULL || ((Entry *) value)->small.cancellable != NULL)
      return TRUE;

  return FALSE;
}
