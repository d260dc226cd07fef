/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-query.h"

#include "psg-json-string.h"
#include "psg-search-query.h"

/* A filter as a query. Words of a person are bound, never written into it. Which notes have the words that are
 * searched for is found out in psg-notebook-found.c. */

/* A filter's text with no word in it finds nothing. */
#define NO_MATCH "\"\""

struct _PsgNotebookQuery
{
  GString   *sql;
  GPtrArray *values; /* of GVariant, to be bound: texts or numbers */
};

/**
 * psg_notebook_query_new:
 * @beginning: what comes before its conditions
 *
 * Returns: (transfer full): a query with no conditions
 */
PsgNotebookQuery *
psg_notebook_query_new (const char *beginning)
{
  PsgNotebookQuery *self = g_new0 (PsgNotebookQuery, 1);

  self->sql = g_string_new (beginning);
  g_string_append (self->sql, " WHERE TRUE");
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  return self;
}

void
psg_notebook_query_free (PsgNotebookQuery *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* @words: goes to its end as it is. */
void
psg_notebook_query_append (PsgNotebookQuery *self,
                           const char       *words)
{
  g_string_append (self->sql, words);
}

/* @value: (nullable): for the question mark in @condition; a floating reference is taken */
void
psg_notebook_query_add (PsgNotebookQuery *self,
                        const char       *condition,
                        GVariant         *value)
{
  g_string_append_printf (self->sql, " AND %s", condition);
  if (value != NULL)
    psg_notebook_query_bind (self, value);
}

/* For the next question mark. @value: a floating reference is taken */
void
psg_notebook_query_bind (PsgNotebookQuery *self,
                         GVariant         *value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (value));
}

static void
add_text (PsgNotebookQuery *self,
          const char       *condition,
          const char       *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;

  valid = g_utf8_make_valid (text, -1);
  psg_notebook_query_add (self, condition, g_variant_new_string (valid));
}

static void
add_int (PsgNotebookQuery *self,
         const char       *condition,
         gint64            value)
{
  psg_notebook_query_add (self, condition, g_variant_new_int64 (value));
}

/* However many they are, they are bound as one value. */
static void
add_list (PsgNotebookQuery  *self,
          const char        *condition,
          const char *const *texts)
{
  g_autoptr (GString) array = NULL;

  if (texts == NULL)
    return;

  array = g_string_new ("[");
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (array, ',');
      psg_json_append_string (array, texts[i]);
    }
  g_string_append_c (array, ']');
  add_text (self, condition, array->str);
}

/* Which side of the bin it is about. */
void
psg_notebook_query_add_bin (PsgNotebookQuery    *self,
                            const PsgNoteFilter *filter)
{
  psg_notebook_query_add (self, filter->binned ? "deleted > 0" : "deleted = 0", NULL);
}

/* All that @filter asks for but words. */
void
psg_notebook_query_add_filter (PsgNotebookQuery    *self,
                               const PsgNoteFilter *filter)
{
  psg_notebook_query_add_bin (self, filter);
  add_text (self, "note.row IN (SELECT note FROM note_tag WHERE tag = ?)", filter->tag);
  add_text (self, "note.row IN (SELECT note FROM note_link WHERE link = ?)", filter->link);
  add_text (self, "collection = ?", filter->collection);
  add_text (self, "collection_version IS NOT ?", filter->other_version);
  add_text (self, "target = ?", filter->target);
  add_list (self, "id IN (SELECT value FROM json_each (?))", (const char *const *) filter->ids);
  add_list (self, "target IN (SELECT value FROM json_each (?))", (const char *const *) filter->targets);
  if (filter->kinds != 0)
    add_int (self, "(1 << kind) & ?", filter->kinds);
  if (filter->colours != 0)
    add_int (self, "(1 << colour) & ?", filter->colours);
  if (filter->statuses != 0)
    add_int (self, "(1 << status) & ?", filter->statuses);
  if (filter->bookmarked)
    psg_notebook_query_add (self, "bookmark = 1", NULL);
  if (filter->review)
    psg_notebook_query_add (self, "review = 1", NULL);
  if (filter->modified_from != 0)
    add_int (self, "modified >= ?", filter->modified_from);
  if (filter->modified_to != 0)
    add_int (self, "modified < ?", filter->modified_to);
  if (filter->has_span)
    {
      add_int (self, "span_start < ?", filter->span.end);
      add_int (self, "span_end > ?", filter->span.start);
    }
}

/* (transfer full): @text as the full-text index is asked for it */
char *
psg_notebook_query_dup_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *match = psg_search_query_to_match (valid);

  return match != NULL ? match : g_strdup (NO_MATCH);
}

/* (transfer full): the same for the same question only */
char *
psg_notebook_query_to_string (PsgNotebookQuery *self)
{
  GString *string = g_string_new (self->sql->str);

  for (guint i = 0; i < self->values->len; i++)
    {
      g_autofree char *value = g_variant_print (g_ptr_array_index (self->values, i), FALSE);

      g_string_append_printf (string, "\n%s", value);
    }

  return g_string_free (string, FALSE);
}

/* (transfer full) (nullable): ready to be stepped */
PsgDbStatement *
psg_notebook_query_prepare (PsgNotebookQuery  *self,
                            PsgDb             *db,
                            GError           **error)
{
  PsgDbStatement *statement = psg_db_statement_new (db, self->sql->str, error);

  for (guint i = 0; statement != NULL && i < self->values->len; i++)
    {
      GVariant *value = g_ptr_array_index (self->values, i);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        psg_db_statement_bind_text (statement, i + 1, g_variant_get_string (value, NULL));
      else
        psg_db_statement_bind_int (statement, i + 1, g_variant_get_int64 (value));
    }

  return statement;
}
