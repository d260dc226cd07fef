/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-index.h"

#include <string.h>

/* Marks of notes, found in every way that views ask for. What is sorted is sorted when it is asked for. */

struct _PsgNoteIndex
{
  GHashTable *marks;  /* (owned) by id */
  GHashTable *about;  /* PsgNoteMark with the same target → GPtrArray of its marks */
  GPtrArray  *timed;  /* (nullable): by time; %NULL where it is not known */
  GPtrArray  *placed; /* (nullable): in no order; %NULL where it is not known */
};

/* Collections and targets are interned, so their addresses tell them apart. */
static guint
hash_target (gconstpointer key)
{
  const PsgNoteMark *mark = key;

  return g_direct_hash (mark->target) * 31 + g_direct_hash (mark->collection) * 7 + mark->kind;
}

static gboolean
equal_targets (gconstpointer a,
               gconstpointer b)
{
  const PsgNoteMark *one = a;
  const PsgNoteMark *other = b;

  return one->kind == other->kind && one->target == other->target && one->collection == other->collection;
}

static void
forget_orders (PsgNoteIndex      *self,
               const PsgNoteMark *mark)
{
  if (mark->has_span)
    g_clear_pointer (&self->timed, g_ptr_array_unref);
  if (mark->kind == PSG_NOTE_ON_PLACE)
    g_clear_pointer (&self->placed, g_ptr_array_unref);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const PsgNoteMark *one = *(PsgNoteMark *const *) a;
  const PsgNoteMark *other = *(PsgNoteMark *const *) b;

  if (one->span.start != other->span.start)
    return one->span.start < other->span.start ? -1 : 1;
  if (one->span.end != other->span.end)
    return one->span.end < other->span.end ? -1 : 1;

  return strcmp (one->id, other->id);
}

PsgNoteIndex *
psg_note_index_new (void)
{
  PsgNoteIndex *self = g_new0 (PsgNoteIndex, 1);

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) psg_note_mark_free);
  self->about = g_hash_table_new_full (hash_target, equal_targets, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
psg_note_index_free (PsgNoteIndex *self)
{
  g_clear_pointer (&self->timed, g_ptr_array_unref);
  g_clear_pointer (&self->placed, g_ptr_array_unref);
  g_hash_table_unref (self->about);
  g_hash_table_unref (self->marks);
  g_free (self);
}

/* @mark: (transfer full): in place of the one with its id, if there is one. */
void
psg_note_index_put (PsgNoteIndex *self,
                    PsgNoteMark  *mark)
{
  GPtrArray *about;

  psg_note_index_remove (self, mark->id);
  g_hash_table_insert (self->marks, mark->id, mark);
  forget_orders (self, mark);

  if (mark->target == NULL)
    return;
  about = g_hash_table_lookup (self->about, mark);
  if (about == NULL)
    {
      PsgNoteMark *key = g_new0 (PsgNoteMark, 1);

      key->kind = mark->kind;
      key->target = mark->target;
      key->collection = mark->collection;
      about = g_ptr_array_new ();
      g_hash_table_insert (self->about, key, about);
    }
  g_ptr_array_add (about, mark);
}

void
psg_note_index_remove (PsgNoteIndex *self,
                       const char   *id)
{
  PsgNoteMark *mark = g_hash_table_lookup (self->marks, id);
  GPtrArray *about = NULL;

  if (mark == NULL)
    return;

  forget_orders (self, mark);
  if (mark->target != NULL)
    about = g_hash_table_lookup (self->about, mark);
  if (about != NULL)
    {
      g_ptr_array_remove (about, mark);
      if (about->len == 0)
        g_hash_table_remove (self->about, mark);
    }
  g_hash_table_remove (self->marks, id);
}

guint
psg_note_index_get_n (PsgNoteIndex *self)
{
  return g_hash_table_size (self->marks);
}

/* (transfer none) (nullable) */
PsgNoteMark *
psg_note_index_find (PsgNoteIndex *self,
                     const char   *id)
{
  return g_hash_table_lookup (self->marks, id);
}

/* (transfer none) (nullable) (element-type PsgNoteMark): in no order; %NULL if there is none. */
GPtrArray *
psg_note_index_get_about (PsgNoteIndex *self,
                          const char   *collection,
                          PsgNoteKind   kind,
                          const char   *id)
{
  const PsgNoteMark key = {
    .kind = kind, .target = g_intern_string (id), .collection = g_intern_string (collection)
  };

  return g_hash_table_lookup (self->about, &key);
}

/* (transfer none) (element-type PsgNoteMark): those whose subject has a time, by when it begins. */
GPtrArray *
psg_note_index_get_timed (PsgNoteIndex *self)
{
  GHashTableIter iter;
  PsgNoteMark *mark;

  if (self->timed != NULL)
    return self->timed;

  self->timed = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &mark))
    if (mark->has_span)
      g_ptr_array_add (self->timed, mark);
  g_ptr_array_sort (self->timed, compare_times);

  return self->timed;
}

/* (transfer none) (element-type PsgNoteMark): those about a place, in no order. */
GPtrArray *
psg_note_index_get_placed (PsgNoteIndex *self)
{
  GHashTableIter iter;
  PsgNoteMark *mark;

  if (self->placed != NULL)
    return self->placed;

  self->placed = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &mark))
    if (mark->kind == PSG_NOTE_ON_PLACE)
      g_ptr_array_add (self->placed, mark);

  return self->placed;
}
