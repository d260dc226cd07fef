/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>

/* A JSON file with notes in it, whichever kind it is. */

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

/**
 * psg_exchange_parse_json:
 * @bytes: what should be JSON
 * @error: return location; with the line
 *
 * Returns: (transfer full) (nullable): the value
 */
PsgJson *
psg_exchange_parse_json (GBytes  *bytes,
                         GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) reason = NULL;
  const char *end;
  PsgJson *root;
  guint line;

  if (length > PSG_EXCHANGE_MAX_BYTES)
    {
      g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
                   _("The file is larger than %d MiB"), PSG_EXCHANGE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (text == NULL)
    text = "";
  if (!g_utf8_validate (text, length, &end))
    {
      g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT,
                   _("The file is no text in UTF-8, from its byte %" G_GSIZE_FORMAT " on"), (gsize) (end - text));
      return NULL;
    }

  if (count_values (text, length) > PSG_EXCHANGE_MAX_VALUES)
    {
      g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
                   _("There are more than %d values in the file"), PSG_EXCHANGE_MAX_VALUES);
      return NULL;
    }

  /* Some programs begin a file with a byte order mark (RFC 8259, 8.1). */
  if (length >= 3 && g_utf8_get_char (text) == 0xfeff)
    {
      text += 3;
      length -= 3;
    }

  root = psg_json_parse (text, length, &line, &reason);
  if (root == NULL)
    g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT, _("Line %u: this is no JSON: %s"),
                 line, reason->message);

  return root;
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
  g_autoptr (PsgJson) root = psg_exchange_parse_json (bytes, error);
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
