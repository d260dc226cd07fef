/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>

/*
 * A JSON file with notes in it, whichever kind it is. The file is checked as a whole, before anything is made of it;
 * then its items are read one by one, so that only one of them is there in all its parts.
 */

/* How many values there are in a file besides those in its items: a line a note, and what is around them. */
#define MAX_OUTLINE (PSG_EXCHANGE_MAX_NOTES + 100000)

/* How many values there are at most, going by what separates them. */
static gsize
count_values (const char *text,
              gsize       length)
{
  gboolean in_string = FALSE;
  gsize n = 1;

  for (gsize i = 0; i < length; i++)
    if (in_string)
      {
        if (text[i] == '\\')
          i++;
        else if (text[i] == '"')
          in_string = FALSE;
      }
    else if (text[i] == '"')
      in_string = TRUE;
    else if (text[i] == ',' || text[i] == '[' || text[i] == '{')
      n++;

  return n;
}

/* (nullable): the text in a file, without the mark that some programs begin one with (RFC 8259, 8.1). */
static const char *
find_text (GBytes  *bytes,
           gsize   *length,
           GError **error)
{
  const char *text = g_bytes_get_data (bytes, length);
  const char *end;

  if (text == NULL)
    text = "";
  if (!g_utf8_validate (text, *length, &end))
    {
      g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT,
                   _("The file is no text in UTF-8, from its byte %lu on"), (gulong) (end - text));
      return NULL;
    }

  if (*length >= 3 && g_utf8_get_char (text) == 0xfeff)
    {
      text += 3;
      *length -= 3;
    }

  return text;
}

static void
fail_at (GError     **error,
         guint        line,
         const char  *reason)
{
  g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT, _("Line %u: this is no JSON: %s"), line, reason);
}

static gboolean
check_values (const char  *text,
              gsize        length,
              GError     **error)
{
  if (count_values (text, length) <= PSG_EXCHANGE_MAX_VALUES)
    return TRUE;

  g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
               _("there are more than %d values in the note"), PSG_EXCHANGE_MAX_VALUES);

  return FALSE;
}

/**
 * psg_exchange_parse_json:
 * @bytes: what should be JSON: one note
 * @error: return location; with the line
 *
 * Returns: (transfer full) (nullable): the value
 */
PsgJson *
psg_exchange_parse_json (GBytes  *bytes,
                         GError **error)
{
  gsize length;
  const char *text = find_text (bytes, &length, error);
  g_autoptr (GError) reason = NULL;
  PsgJson *json;
  guint line;

  if (text == NULL || !check_values (text, length, error))
    return NULL;

  json = psg_json_parse (text, length, &line, &reason);
  if (json == NULL)
    fail_at (error, line, reason->message);

  return json;
}

/* (transfer full) (nullable): what is in a file, without what is in its items; as long as @bytes are there. */
static PsgJson *
outline_file (GBytes  *bytes,
              GError **error)
{
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GError) reason = NULL;
  const char *text;
  PsgJson *root;
  guint line;

  if (length > PSG_EXCHANGE_MAX_BYTES)
    {
      g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
                   _("The file is larger than %d MiB"), PSG_EXCHANGE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  text = find_text (bytes, &length, error);
  if (text == NULL)
    return NULL;

  root = psg_json_outline (text, length, MAX_OUTLINE, &line, &reason);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
                 _("There are more than %d notes in the file"), PSG_EXCHANGE_MAX_NOTES);
  else if (root == NULL)
    fail_at (error, line, reason->message);

  return root;
}

/**
 * psg_exchange_complete:
 * @json: an item of a file's outline
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the item whole; %NULL if it is larger than any note
 */
PsgJson *
psg_exchange_complete (const PsgJson  *json,
                       GError        **error)
{
  if (json->length <= PSG_EXCHANGE_MAX_NOTE)
    return check_values (json->text, json->length, error) ? psg_json_complete (json) : NULL;

  g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE, _("the note is longer than %d MiB"),
               PSG_EXCHANGE_MAX_NOTE / (1024 * 1024));

  return NULL;
}

/**
 * psg_exchange_read_items:
 * @reading: where they go
 * @items: of a file's outline: an array, or a single one
 * @read: reads one
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: whether all could be looked at; not whether each could be read
 */
gboolean
psg_exchange_read_items (PsgExchangeReading   *reading,
                         const PsgJson        *items,
                         PsgExchangeReadFunc   read,
                         GCancellable         *cancellable,
                         GError              **error)
{
  for (guint i = 0; i < psg_exchange_get_n (items); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (items, i);
      g_autoptr (GError) reason = NULL;
      g_autoptr (PsgJson) item = NULL;

      if (!psg_exchange_count_items (reading, cancellable, error))
        return FALSE;

      item = psg_exchange_complete (each, &reason);
      if (item != NULL)
        read (reading, item);
      else
        psg_exchange_reading_miss (reading, each->line, reason->message);
    }

  return TRUE;
}

/* Before each item. Returns: whether another may be read */
gboolean
psg_exchange_count_items (PsgExchangeReading *reading,
                          GCancellable       *cancellable,
                          GError            **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (++reading->n_items <= PSG_EXCHANGE_MAX_NOTES)
    return TRUE;

  g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
               _("There are more than %d notes in the file"), PSG_EXCHANGE_MAX_NOTES);

  return FALSE;
}

/**
 * psg_exchange_read_json:
 * @bytes: a file: annotations of the W3C's model, or Hypothesis's
 * @collection: (nullable): where passages that are in no collection yet are looked for
 * @when: when things were written that do not say so, in microseconds since 1970 UTC
 * @cancellable: (nullable): to stop it
 * @error: return location: #PsgExchangeError, %G_IO_ERROR_CANCELLED, or an error of the collection
 *
 * Returns: (transfer full) (nullable): what was understood
 */
PsgExchangeReading *
psg_exchange_read_json (GBytes         *bytes,
                        PsgCollection  *collection,
                        gint64          when,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (PsgJson) root = outline_file (bytes, error);
  g_autoptr (PsgExchangeReading) reading = psg_exchange_reading_new (when);
  gboolean good;

  if (root == NULL)
    return NULL;

  if (psg_exchange_is_hypothesis (root))
    good = psg_exchange_read_hypothesis (reading, root, cancellable, error);
  else
    good = psg_exchange_read_annotations (reading, root, cancellable, error);

  return good && psg_exchange_reading_settle (reading, collection, cancellable, error)
             ? g_steal_pointer (&reading) : NULL;
}
