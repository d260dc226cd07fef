/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Gathering what a file holds: notes, and words about what could not become one. */

/* How much of somebody's text a message quotes, in code points. */
#define QUOTED 60

G_DEFINE_QUARK (psg-exchange-error-quark, psg_exchange_error)

static void
free_adrift (gpointer data)
{
  PsgExchangeAdrift *self = data;

  psg_note_unref (self->note);
  g_free (self->title);
  g_free (self);
}

/* @when: when things were written that do not say so, in microseconds since 1970 UTC */
PsgExchangeReading *
psg_exchange_reading_new (gint64 when)
{
  PsgExchangeReading *self = g_new0 (PsgExchangeReading, 1);

  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  self->adrift = g_ptr_array_new_with_free_func (free_adrift);
  self->when = when;

  return self;
}

void
psg_exchange_reading_free (PsgExchangeReading *self)
{
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->adrift);
  g_free (self);
}

/**
 * psg_exchange_reading_tell:
 * @self: a reading
 * @line: where, from 1; 0 for the whole
 * @format: what is to be said, localised
 * @...: for @format
 *
 * Adds a message that says where. Of very many the rest is only counted.
 */
void
psg_exchange_reading_tell (PsgExchangeReading *self,
                           guint               line,
                           const char         *format,
                           ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->messages->len >= PSG_EXCHANGE_MAX_MESSAGES)
    {
      self->n_unsaid++;
      return;
    }

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (self->row > 0)
    /* Translators: where something is in a file, and what is wrong there */
    g_ptr_array_add (self->messages, g_strdup_printf (_("Row %u, line %u: %s"), self->row, line, message));
  else if (line > 0)
    /* Translators: where something is in a file, and what is wrong there */
    g_ptr_array_add (self->messages, g_strdup_printf (_("Line %u: %s"), line, message));
  else
    g_ptr_array_add (self->messages, g_steal_pointer (&message));
}

/* Tells of an item that becomes no note. @why: localised */
void
psg_exchange_reading_miss (PsgExchangeReading *self,
                           guint               line,
                           const char         *why)
{
  self->n_missed++;
  psg_exchange_reading_tell (self, line, "%s", why);
}

void
psg_exchange_item_init (PsgExchangeItem    *self,
                        PsgExchangeReading *reading,
                        guint               line)
{
  *self = (PsgExchangeItem) { .reading = reading, .line = line };
  self->note = psg_note_new ();
  self->note->created = self->note->modified = -1;
  self->body = g_string_new (NULL);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
}

void
psg_exchange_item_clear (PsgExchangeItem *self)
{
  g_clear_pointer (&self->note, psg_note_unref);
  g_string_free (self->body, TRUE);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->left_out);
  g_free (self->title);
}

/* (transfer full): what a message can quote: short, and without control characters. */
static char *
dup_quotable (const char *text)
{
  GString *line = g_string_new (NULL);
  guint n = 0;

  for (const char *at = text; *at != '\0' && n < QUOTED; at = g_utf8_next_char (at), n++)
    g_string_append_unichar (line, g_unichar_iscntrl (g_utf8_get_char (at)) ? ' ' : g_utf8_get_char (at));
  if (strlen (line->str) < strlen (text))
    g_string_append (line, "…");

  return g_string_free (line, FALSE);
}

/* @name: a member's or another thing's that has no place in a note */
void
psg_exchange_item_leave_out (PsgExchangeItem *self,
                             const char      *name)
{
  g_autofree char *quotable = dup_quotable (name);

  if (self->left_out->len < PSG_NOTE_MAX_TAGS
      && !g_ptr_array_find_with_equal_func (self->left_out, quotable, g_str_equal, NULL))
    g_ptr_array_add (self->left_out, g_steal_pointer (&quotable));
}

/* A tag is one line; one that is too long is left out. */
void
psg_exchange_item_add_tag (PsgExchangeItem *self,
                           const char      *tag)
{
  g_autofree char *line = g_utf8_normalize (tag, -1, G_NORMALIZE_NFC);
  GString *clean = g_string_new (NULL);

  for (const char *at = line; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (clean, g_unichar_iscntrl (g_utf8_get_char (at)) ? ' ' : g_utf8_get_char (at));

  if (clean->len <= PSG_NOTE_MAX_NAME && self->tags->len < PSG_NOTE_MAX_TAGS)
    g_ptr_array_add (self->tags, g_string_free (clean, FALSE));
  else
    {
      g_autofree char *left_out = g_string_free (clean, FALSE);

      psg_exchange_item_leave_out (self, left_out);
    }
}

/* Who wrote a note that is not the person's own stands among its tags. */
void
psg_exchange_item_add_author (PsgExchangeItem *self,
                              const char      *name)
{
  g_autofree char *tag = g_strconcat ("by:", name, NULL);

  psg_exchange_item_add_tag (self, tag);
}

void
psg_exchange_item_add_link (PsgExchangeItem *self,
                            const char      *link)
{
  gboolean good = *link != '\0' && strlen (link) <= PSG_NOTE_MAX_NAME && self->links->len < PSG_NOTE_MAX_LINKS;

  for (const char *at = link; good && *at != '\0'; at = g_utf8_next_char (at))
    good = !g_unichar_iscntrl (g_utf8_get_char (at));

  if (good)
    g_ptr_array_add (self->links, g_strdup (link));
  else
    psg_exchange_item_leave_out (self, link);
}

/* What is said in several pieces becomes paragraphs. */
void
psg_exchange_item_add_body (PsgExchangeItem *self,
                            const char      *text)
{
  if (self->body->len > 0 && *text != '\0')
    g_string_append (self->body, "\n\n");
  g_string_append (self->body, text);
}

/**
 * psg_exchange_item_set_id:
 * @self: an item
 * @id: (nullable): its IRI
 *
 * An id that is no `urn:uuid:` is linked to, and the note's own follows from it: the same the next time.
 */
void
psg_exchange_item_set_id (PsgExchangeItem *self,
                          const char      *id)
{
  if (id == NULL || self->note->id != NULL)
    return;
  if (g_str_has_prefix (id, "urn:uuid:"))
    {
      self->note->id = g_strdup (id);
      return;
    }

  self->note->id = psg_note_dup_id_for (id);
  if (g_str_has_prefix (id, "http://") || g_str_has_prefix (id, "https://"))
    psg_exchange_item_add_link (self, id);
}

/* (transfer full): a list as a note has it, or %NULL for none. */
static GStrv
end_list (GPtrArray *list)
{
  if (list->len == 0)
    return NULL;

  g_ptr_array_add (list, NULL);

  return (GStrv) g_ptr_array_steal (list, NULL);
}

/* What has no id gets one that follows from all it says. */
static void
make_id (PsgNote *note)
{
  g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;

  note->id = g_strdup ("urn:uuid:");
  psg_exchange_write_annotation (&writer, note);
  g_free (note->id);
  note->id = psg_note_dup_id_for (writer.text->str);
}

static void
fill_note (PsgExchangeItem *self)
{
  PsgNote *note = self->note;

  if (note->created < 0)
    note->created = note->modified >= 0 ? note->modified : self->reading->when;
  if (note->modified < 0)
    note->modified = note->created;

  note->body = g_strdup (self->body->str);
  g_ptr_array_add (self->tags, NULL);
  psg_note_set_tags (note, (const char *const *) self->tags->pdata);
  note->links = end_list (self->links);
}

static void
tell_left_out (PsgExchangeItem *self)
{
  g_autofree char *names = NULL;

  if (self->left_out->len == 0)
    return;

  g_ptr_array_add (self->left_out, NULL);
  names = g_strjoinv (", ", (GStrv) self->left_out->pdata);
  /* Translators: members of a file that have no place in a note */
  psg_exchange_reading_tell (self->reading, self->line, _("left out: %s"), names);
}

static void
set_adrift (PsgExchangeItem *self)
{
  PsgExchangeAdrift *adrift = g_new0 (PsgExchangeAdrift, 1);

  adrift->note = psg_note_ref (self->note);
  adrift->title = g_steal_pointer (&self->title);
  adrift->line = self->line;
  adrift->row = self->reading->row;
  adrift->has_position = self->has_position;
  g_ptr_array_add (self->reading->adrift, adrift);
}

/**
 * psg_exchange_item_take:
 * @self: an item that has been read
 *
 * Makes a note of it, or says why it is none.
 *
 * Returns: whether it is a note
 */
gboolean
psg_exchange_item_take (PsgExchangeItem *self)
{
  const char *fault;

  fill_note (self);
  if (self->note->id == NULL)
    make_id (self->note);

  fault = self->adrift ? NULL : psg_note_find_fault (self->note);
  if (fault != NULL)
    {
      psg_exchange_reading_miss (self->reading, self->line, fault);
      return FALSE;
    }

  tell_left_out (self);
  if (self->adrift)
    set_adrift (self);
  g_ptr_array_add (self->reading->notes, g_steal_pointer (&self->note));

  return TRUE;
}
