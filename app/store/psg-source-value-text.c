/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-value-private.h"

#include "psg-language-tag.h"

/* Language maps: what a text may be. */

/* BCP 47 (RFC 5646, 2.1.1): upper and lower case make no difference. */
static gboolean
has_language (GPtrArray  *pairs,
              const char *language)
{
  for (guint i = 0; i < pairs->len; i += 2)
    if (g_ascii_strcasecmp (g_ptr_array_index (pairs, i), language) == 0)
      return TRUE;

  return FALSE;
}

/* One language of a text, after those in @pairs. Returns: whether it may be kept. */
static gboolean
check_language (PsgSourceReader     *reader,
                GPtrArray           *pairs,
                const PsgJsonMember *member)
{
  gboolean kept = FALSE;
  gsize mark;

  if (member->name[0] == '_' && !member->again)
    return FALSE;

  mark = psg_source_reader_enter (reader, member->name);
  if (member->again)
    psg_source_reader_mistake (reader, member->line, "this member is there twice in one object");
  else if (!psg_language_tag_is_valid (member->name))
    psg_source_reader_mistake (reader, member->line, "“%.80s” is not a language tag (BCP 47)", member->name);
  else if (has_language (pairs, member->name))
    psg_source_reader_mistake (reader, member->line, "this language is there twice");
  else
    kept = psg_source_expect_words (reader, member->value);
  psg_source_reader_leave (reader, mark);

  return kept;
}

/* The reference language comes first, the others as they are written. */
static void
append_languages (PsgSourceReader *reader,
                  const PsgJson   *object,
                  GPtrArray       *pairs)
{
  const char *reference = psg_source_reader_get_language (reader);

  for (guint i = 0; i < object->members->len; i++)
    {
      PsgJsonMember *member = &g_array_index (object->members, PsgJsonMember, i);
      guint at = g_strcmp0 (member->name, reference) == 0 ? 0 : pairs->len;

      if (!check_language (reader, pairs, member))
        continue;
      g_ptr_array_insert (pairs, at, member->name);
      g_ptr_array_insert (pairs, at + 1, member->value->string);
    }
}

void
psg_source_read_text (PsgSourceReader *reader,
                      const PsgField  *field,
                      const PsgJson   *value,
                      gpointer         record)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  const char *reference = psg_source_reader_get_language (reader);
  PsgText **target = &PSG_FIELD_AT (PsgText *, field, record);

  if (!psg_source_expect (reader, value, PSG_JSON_OBJECT))
    return;

  append_languages (reader, value, pairs);
  if (reference != NULL && psg_json_get (value, reference) == NULL)
    psg_source_reader_mistake (reader, value->line, "the reference language “%s” is missing", reference);
  if (pairs->len == 0)
    return;

  g_ptr_array_add (pairs, NULL);
  g_clear_pointer (target, psg_text_unref);
  *target = psg_text_new ((const char *const *) pairs->pdata);
}
