/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-lessons.h"

#include "psg-lesson-json.h"
#include "psg-note.h"

#include <glib/gi18n-lib.h>

/*
 * Lessons that came in, put together with a person's own by their ids, as psg_exchange_merge_new() does it for
 * notes. What differs is kept twice, and never a third time: the id of the second follows from what it says.
 */

/* (transfer full): as it is kept beside the one whose id it has. */
static PsgLesson *
copy_beside (const PsgLesson *incoming)
{
  g_autofree char *json = psg_lesson_to_json (incoming);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  g_autofree char *name = g_strconcat (incoming->id, "#", sum, NULL);
  /* Translators: the title of a lesson from a file that differs from the person's own of the same name */
  g_autofree char *title = g_strdup_printf (_("%s (from the file)"), psg_text_get (incoming->title));
  PsgLesson *copy = psg_lesson_copy (incoming);

  g_free (copy->id);
  copy->id = psg_note_dup_id_for (name);
  psg_lesson_set_text (&copy->title, title);

  return copy;
}

/* The bin is the person's own business. */
static gboolean
says_the_same (const PsgLesson *ours,
               const PsgLesson *incoming)
{
  g_autoptr (PsgLesson) copy = psg_lesson_copy (incoming);

  copy->deleted = ours->deleted;

  return psg_lesson_equal (ours, copy);
}

static void
add (PsgExchangeLessons *self,
     GHashTable         *known,
     const PsgLesson    *before,
     const PsgLesson    *lesson)
{
  g_ptr_array_add (self->changes, psg_lesson_change_new (before, lesson));
  g_hash_table_insert (known, lesson->id, (gpointer) lesson);
}

static void
keep_both (PsgExchangeLessons *self,
           GHashTable         *known,
           const PsgLesson    *ours,
           const PsgLesson    *incoming)
{
  g_autoptr (PsgLesson) theirs = copy_beside (incoming);

  if (g_hash_table_contains (known, theirs->id))
    {
      self->n_same++;
      return;
    }

  add (self, known, NULL, theirs);
  g_ptr_array_add (self->conflicts, psg_lesson_conflict_new (ours, theirs, incoming->title));
}

static void
take (PsgExchangeLessons *self,
      GHashTable         *known,
      const PsgLesson    *incoming)
{
  const PsgLesson *ours = g_hash_table_lookup (known, incoming->id);

  if (ours == NULL)
    {
      add (self, known, NULL, incoming);
      self->n_added++;
    }
  else if (!says_the_same (ours, incoming))
    keep_both (self, known, ours, incoming);
  else if (ours->deleted == 0)
    self->n_same++;
  else
    {
      /* Whoever brings it in wants to have it. */
      add (self, known, ours, incoming);
      self->n_added++;
    }
}

/**
 * psg_exchange_lessons_new:
 * @ours: (element-type PsgLesson): all of a person's own, those in the bin too
 * @incoming: (element-type PsgLesson): lessons without fault; ids may come twice
 *
 * Nothing of the person's is changed. It may be called in any thread.
 *
 * Returns: (transfer full): what is to be done
 */
PsgExchangeLessons *
psg_exchange_lessons_new (GPtrArray *ours,
                          GPtrArray *incoming)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  PsgExchangeLessons *self = g_new0 (PsgExchangeLessons, 1);

  self->changes = psg_lesson_changes_new ();
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_conflict_free);
  for (guint i = 0; i < ours->len; i++)
    {
      PsgLesson *lesson = g_ptr_array_index (ours, i);

      g_hash_table_insert (known, lesson->id, lesson);
    }
  for (guint i = 0; i < incoming->len; i++)
    take (self, known, g_ptr_array_index (incoming, i));

  return self;
}

void
psg_exchange_lessons_free (PsgExchangeLessons *self)
{
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
