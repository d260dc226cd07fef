/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-reader.h"

#include <string.h>

/*
 * The state of reading a collection's sources. It keeps the JSON trees, so that
 * a mistake that shows only when everything has been read still finds its line.
 * It does not read anything itself: psg-source-record.c does.
 */

struct _PsgSourceReader
{
  PsgDiagnostics *diagnostics; /* borrowed */
  char           *language;
  char           *file;
  GString        *path;
  GPtrArray      *roots;                /* every tree read */
  GHashTable     *ids[PSG_N_THINGS];    /* char * -> index + 1 */
  GHashTable     *places;               /* record -> Location */
  GArray         *references;
  gboolean        given_up[PSG_N_THINGS];
};

typedef struct
{
  char          *file;
  char          *path;
  const PsgJson *object; /* in one of the trees */
} Location;

typedef struct
{
  PsgThing thing;
  char    *id;
  char    *file;
  char    *path;
  guint    line;
} Reference;

static void
free_location (gpointer data)
{
  Location *self = data;

  g_free (self->file);
  g_free (self->path);
  g_free (self);
}

static void
clear_reference (gpointer data)
{
  Reference *self = data;

  g_free (self->id);
  g_free (self->file);
  g_free (self->path);
}

/**
 * psg_source_reader_new:
 * @diagnostics: where mistakes go; outlives the reader
 *
 * Returns: (transfer full): a reader
 */
PsgSourceReader *
psg_source_reader_new (PsgDiagnostics *diagnostics)
{
  PsgSourceReader *self = g_new0 (PsgSourceReader, 1);

  self->diagnostics = diagnostics;
  self->path = g_string_new (NULL);
  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_json_free);
  self->places = g_hash_table_new_full (NULL, NULL, NULL, free_location);
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  g_array_set_clear_func (self->references, clear_reference);
  for (guint i = 0; i < PSG_N_THINGS; i++)
    self->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
psg_source_reader_free (PsgSourceReader *self)
{
  g_free (self->language);
  g_free (self->file);
  g_string_free (self->path, TRUE);
  g_ptr_array_unref (self->roots);
  g_hash_table_unref (self->places);
  g_array_unref (self->references);
  for (guint i = 0; i < PSG_N_THINGS; i++)
    g_hash_table_unref (self->ids[i]);
  g_free (self);
}

/* The reference language; %NULL while it is not known. */
const char *
psg_source_reader_get_language (PsgSourceReader *self)
{
  return self->language;
}

void
psg_source_reader_set_language (PsgSourceReader *self,
                                const char      *language)
{
  g_free (self->language);
  self->language = g_strdup (language);
}

/**
 * psg_source_reader_begin:
 * @self: a reader
 * @file: path below the folder
 * @root: (transfer full) (nullable): the tree read from it
 *
 * What follows is about @file.
 */
void
psg_source_reader_begin (PsgSourceReader *self,
                         const char      *file,
                         PsgJson         *root)
{
  g_free (self->file);
  self->file = g_strdup (file);
  g_string_truncate (self->path, 0);
  if (root != NULL)
    g_ptr_array_add (self->roots, root);
}

/* Goes into a member. Returns: what to give to psg_source_reader_leave(). */
gsize
psg_source_reader_enter (PsgSourceReader *self,
                         const char      *member)
{
  gsize mark = self->path->len;

  if (mark > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, member);

  return mark;
}

/* Goes into an item of an array; its id, if it has one, helps to find it. */
gsize
psg_source_reader_enter_item (PsgSourceReader *self,
                              guint            index,
                              const PsgJson   *item)
{
  gsize mark = self->path->len;
  PsgJson *id = psg_json_get (item, "id");

  g_string_append_printf (self->path, "[%u]", index);
  if (id != NULL && id->kind == PSG_JSON_STRING && psg_id_is_valid (id->string))
    g_string_append_printf (self->path, " (%s)", id->string);

  return mark;
}

void
psg_source_reader_leave (PsgSourceReader *self,
                         gsize            mark)
{
  g_string_truncate (self->path, mark);
}

/* Adds a mistake at the place where the reader stands. */
void
psg_source_reader_mistake (PsgSourceReader *self,
                           guint            line,
                           const char      *format,
                           ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  psg_diagnostics_add (self->diagnostics, self->file, line, self->path->str, "%s", message);
}

/* Notes where a record stands, for psg_source_reader_mistake_in(). */
void
psg_source_reader_remember (PsgSourceReader *self,
                            gconstpointer    record,
                            const PsgJson   *object)
{
  Location *location = g_new0 (Location, 1);

  location->file = g_strdup (self->file);
  location->path = g_strdup (self->path->str);
  location->object = object;
  g_hash_table_replace (self->places, (gpointer) record, location);
}

/**
 * psg_source_reader_mistake_in:
 * @self: a reader
 * @record: a record that was remembered
 * @member: (nullable): the member it is about; its line is used if it is there
 * @format: what is wrong
 * @...: arguments
 */
void
psg_source_reader_mistake_in (PsgSourceReader *self,
                              gconstpointer    record,
                              const char      *member,
                              const char      *format,
                              ...)
{
  Location *location = g_hash_table_lookup (self->places, record);
  g_autofree char *message = NULL;
  g_autofree char *field = NULL;
  PsgJson *value;
  va_list args;

  g_assert (location != NULL);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  value = member != NULL ? psg_json_get (location->object, member) : NULL;
  field = g_strjoin (member != NULL && *location->path != '\0' ? "." : "", location->path,
                     member != NULL ? member : "", NULL);
  psg_diagnostics_add (self->diagnostics, location->file,
                       value != NULL ? value->line : location->object->line, field, "%s", message);
}

/* Takes down the id of a thing; a second one of the same kind is a mistake. */
void
psg_source_reader_define (PsgSourceReader *self,
                          PsgThing         thing,
                          const char      *id,
                          guint            line)
{
  GHashTable *ids = self->ids[thing];

  if (thing == PSG_THING_NONE)
    return;

  if (g_hash_table_contains (ids, id))
    psg_source_reader_mistake (self, line, "there is another %s “%s”; ids must differ",
                               psg_thing_get_label (thing), id);
  else
    g_hash_table_insert (ids, g_strdup (id), GUINT_TO_POINTER (g_hash_table_size (ids) + 1));
}

/* The index of a thing among its kind, in the order of the sources; -1 if there is none. */
int
psg_source_reader_find (PsgSourceReader *self,
                        PsgThing         thing,
                        const char      *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->ids[thing], id)) - 1;
}

/* Takes down that an id is named where the reader stands. */
void
psg_source_reader_refer (PsgSourceReader *self,
                         PsgThing         thing,
                         const char      *id,
                         guint            line)
{
  Reference reference = { thing, g_strdup (id), g_strdup (self->file), g_strdup (self->path->str), line };

  g_array_append_val (self->references, reference);
}

/* The same for a place that is not a JSON member. */
void
psg_source_reader_refer_from (PsgSourceReader *self,
                              const char      *file,
                              guint            line,
                              PsgThing         thing,
                              const char      *id)
{
  Reference reference = { thing, g_strdup (id), g_strdup (file), NULL, line };

  g_array_append_val (self->references, reference);
}

/* The file of a kind of thing could not be read: that nothing it should hold is there
 * would be said again for every mention of it. */
void
psg_source_reader_give_up (PsgSourceReader *self,
                           PsgThing         thing)
{
  self->given_up[thing] = TRUE;
}

/* When all has been read: every id that names nothing is a mistake. */
void
psg_source_reader_resolve (PsgSourceReader *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      Reference *each = &g_array_index (self->references, Reference, i);

      if (!self->given_up[each->thing] && psg_source_reader_find (self, each->thing, each->id) < 0)
        psg_diagnostics_add (self->diagnostics, each->file, each->line, each->path,
                             "there is no %s “%s”", psg_thing_get_label (each->thing), each->id);
    }
}
