/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-index.h"

#include <string.h>

/*
 * Marks of notes, found in every way that views ask for. What is sorted is sorted when it is asked for, and
 * kept in order while one note after the other is written.
 */

/* From so many changes on it costs less to sort anew. */
#define MANY_CHANGES 64

struct _PsgNoteIndex
{
  GHashTable *marks;  /* (owned) by id */
  GHashTable *about;  /* PsgNoteMark with the same target → GPtrArray of its marks */
  GPtrArray  *timed;  /* (nullable): by time; %NULL where it is not known */
  GPtrArray  *placed; /* (nullable): in no order; %NULL where it is not known */
  guint       n_changes; /* of @timed, since it was asked for */
  guint       kinds[PSG_NOTE_N_KINDS]; /* another number with every note of the kind that is another */
  guint       targets; /* another number with every thing that gets its first note or loses its last */
};

static guint last_serial;

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

/* Where a mark is among those with a time, or would be. */
static guint
find_timed (PsgNoteIndex      *self,
            const PsgNoteMark *mark)
{
  guint low = 0, high = self->timed->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_times (&self->timed->pdata[middle], &mark) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
may_edit_timed (PsgNoteIndex      *self,
                const PsgNoteMark *mark)
{
  if (!mark->has_span || self->timed == NULL)
    return FALSE;
  if (self->n_changes++ < MANY_CHANGES)
    return TRUE;

  g_clear_pointer (&self->timed, g_ptr_array_unref);

  return FALSE;
}

static void
enter_orders (PsgNoteIndex *self,
              PsgNoteMark  *mark)
{
  if (may_edit_timed (self, mark))
    g_ptr_array_insert (self->timed, (int) find_timed (self, mark), mark);
  if (mark->kind == PSG_NOTE_ON_PLACE)
    g_clear_pointer (&self->placed, g_ptr_array_unref);
}

static void
leave_orders (PsgNoteIndex      *self,
              const PsgNoteMark *mark)
{
  if (may_edit_timed (self, mark))
    g_ptr_array_remove_index (self->timed, find_timed (self, mark));
  if (mark->kind == PSG_NOTE_ON_PLACE)
    g_clear_pointer (&self->placed, g_ptr_array_unref);
}

/* Of a note that still stands where it stood: most changes are to its words. */
static gboolean
take_place (PsgNoteIndex *self,
            PsgNoteMark  *mark)
{
  PsgNoteMark *old = g_hash_table_lookup (self->marks, mark->id);
  GPtrArray *about;
  guint i = 0;

  if (old == NULL || !equal_targets (old, mark) || old->has_span != mark->has_span
      || (mark->has_span && !psg_time_span_equal (&old->span, &mark->span)) || mark->kind == PSG_NOTE_ON_PLACE)
    return FALSE;

  if (mark->has_span && self->timed != NULL)
    self->timed->pdata[find_timed (self, old)] = mark;
  about = mark->target != NULL ? g_hash_table_lookup (self->about, old) : NULL;
  if (about != NULL && g_ptr_array_find (about, old, &i))
    about->pdata[i] = mark;
  g_hash_table_replace (self->marks, mark->id, mark);

  return TRUE;
}

PsgNoteIndex *
psg_note_index_new (void)
{
  PsgNoteIndex *self = g_new0 (PsgNoteIndex, 1);

  self->targets = ++last_serial;
  for (guint i = 0; i < PSG_NOTE_N_KINDS; i++)
    self->kinds[i] = ++last_serial;
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

  self->kinds[mark->kind] = ++last_serial;
  if (take_place (self, mark))
    return;

  psg_note_index_remove (self, mark->id);
  g_hash_table_insert (self->marks, mark->id, mark);
  enter_orders (self, mark);

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
      self->targets = ++last_serial;
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

  self->kinds[mark->kind] = ++last_serial;
  leave_orders (self, mark);
  if (mark->target != NULL)
    about = g_hash_table_lookup (self->about, mark);
  if (about != NULL)
    {
      g_ptr_array_remove (about, mark);
      if (about->len == 0)
        {
          g_hash_table_remove (self->about, mark);
          self->targets = ++last_serial;
        }
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

/* (transfer container) (element-type utf8): the ids, interned, of what there are notes about, in no order. */
GPtrArray *
psg_note_index_list_targets (PsgNoteIndex *self,
                             const char   *collection,
                             PsgNoteKind   kind)
{
  GPtrArray *targets = g_ptr_array_new ();
  const char *interned = g_intern_string (collection);
  GHashTableIter iter;
  const PsgNoteMark *key;

  g_hash_table_iter_init (&iter, self->about);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    if (key->kind == kind && key->collection == interned)
      g_ptr_array_add (targets, (char *) key->target);

  return targets;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp ((*(PsgNote *const *) a)->id, (*(PsgNote *const *) b)->id);
}

/* (transfer full) (element-type PsgNote): the own events of a collection, in the order of their ids. */
GPtrArray *
psg_note_index_list_own (PsgNoteIndex *self,
                         const char   *collection)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  const char *interned = g_intern_string (collection);
  GHashTableIter iter;
  const PsgNoteMark *mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &mark))
    if (mark->own != NULL && mark->collection == interned)
      g_ptr_array_add (notes, psg_note_ref (mark->own));
  g_ptr_array_sort (notes, compare_ids);

  return notes;
}

/* Another number whenever a note of the kind is another. */
guint
psg_note_index_get_kind_serial (PsgNoteIndex *self,
                                PsgNoteKind   kind)
{
  return self->kinds[kind];
}

/* Another number whenever psg_note_index_list_targets() would give others. */
guint
psg_note_index_get_targets_serial (PsgNoteIndex *self)
{
  return self->targets;
}

/* (transfer none) (element-type PsgNoteMark): those whose subject has a time, by when it begins. */
GPtrArray *
psg_note_index_get_timed (PsgNoteIndex *self)
{
  GHashTableIter iter;
  PsgNoteMark *mark;

  self->n_changes = 0;
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
