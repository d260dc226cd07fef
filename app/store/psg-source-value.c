/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-language-tag.h"
#include "psg-source-value-private.h"

#include <math.h>
#include <string.h>

/* What a member's value may be: one function for each type of field. It writes
 * into the record what is right and reports what is wrong. */

/* Whether a value is of a kind; if not, says so. */
gboolean
psg_source_expect (PsgSourceReader *reader,
                   const PsgJson   *value,
                   PsgJsonKind      kind)
{
  if (value->kind == kind)
    return TRUE;

  psg_source_reader_mistake (reader, value->line, "expected %s, not %s",
                             psg_json_kind_get_label (kind), psg_json_kind_get_label (value->kind));
  return FALSE;
}

/* A string that says something and is not longer than a text may be. */
gboolean
psg_source_expect_words (PsgSourceReader *reader,
                         const PsgJson   *value)
{
  if (!psg_source_expect (reader, value, PSG_JSON_STRING))
    return FALSE;

  if (value->string[strspn (value->string, " \t\r\n")] == '\0')
    psg_source_reader_mistake (reader, value->line, "is empty; leave the member out instead");
  else if (strlen (value->string) > PSG_MAX_TEXT && g_utf8_strlen (value->string, -1) > PSG_MAX_TEXT)
    psg_source_reader_mistake (reader, value->line, "is longer than %d characters", PSG_MAX_TEXT);
  else
    return TRUE;

  return FALSE;
}

static gboolean
expect_id (PsgSourceReader *reader,
           const PsgJson   *value)
{
  if (!psg_source_expect (reader, value, PSG_JSON_STRING))
    return FALSE;
  if (psg_id_is_valid (value->string))
    return TRUE;

  psg_source_reader_mistake (reader, value->line,
                             "“%.80s” is not an id: 1 to 64 of a–z, 0–9 and -, beginning with a letter or digit",
                             value->string);
  return FALSE;
}

static void
take_string (const PsgField *field,
             const char     *string,
             gpointer        record)
{
  char **target = &PSG_FIELD_AT (char *, field, record);

  g_free (*target);
  *target = g_strdup (string);
}

static void
read_id (PsgSourceReader *reader,
         const PsgField  *field,
         const PsgJson   *value,
         gpointer         record)
{
  if (expect_id (reader, value))
    take_string (field, value->string, record);
}

static void
read_ref (PsgSourceReader *reader,
          const PsgField  *field,
          const PsgJson   *value,
          gpointer         record)
{
  if (!expect_id (reader, value))
    return;

  psg_source_reader_refer (reader, field->refers, value->string, value->line);
  take_string (field, value->string, record);
}

static void
read_string (PsgSourceReader *reader,
             const PsgField  *field,
             const PsgJson   *value,
             gpointer         record)
{
  if (psg_source_expect_words (reader, value))
    take_string (field, value->string, record);
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL
         && (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https"))
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static void
read_url (PsgSourceReader *reader,
          const PsgField  *field,
          const PsgJson   *value,
          gpointer         record)
{
  if (!psg_source_expect_words (reader, value))
    return;

  if (is_web_address (value->string))
    take_string (field, value->string, record);
  else
    psg_source_reader_mistake (reader, value->line, "“%.200s” is not a web address (http or https)", value->string);
}

static gboolean
expect_tag (PsgSourceReader *reader,
            const PsgJson   *value)
{
  if (!psg_source_expect (reader, value, PSG_JSON_STRING))
    return FALSE;
  if (psg_language_tag_is_valid (value->string))
    return TRUE;

  psg_source_reader_mistake (reader, value->line, "“%.80s” is not a language tag (BCP 47)", value->string);
  return FALSE;
}

static void
read_tag (PsgSourceReader *reader,
          const PsgField  *field,
          const PsgJson   *value,
          gpointer         record)
{
  if (expect_tag (reader, value))
    take_string (field, value->string, record);
}

static void
read_version (PsgSourceReader *reader,
              const PsgField  *field,
              const PsgJson   *value,
              gpointer         record)
{
  if (!psg_source_expect_words (reader, value))
    return;

  if (g_regex_match_simple ("^(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",
                            value->string, G_REGEX_DOLLAR_ENDONLY, 0))
    take_string (field, value->string, record);
  else
    psg_source_reader_mistake (reader, value->line, "“%.80s” is not a version such as 1.0.0", value->string);
}

/* Returns: where a word stands in a list, or -1 after saying what is in it. */
static int
expect_word (PsgSourceReader   *reader,
             const PsgJson     *value,
             const char *const *words)
{
  g_autofree char *all = NULL;

  if (!psg_source_expect (reader, value, PSG_JSON_STRING))
    return -1;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], value->string))
      return i;

  all = g_strjoinv (", ", (GStrv) words);
  psg_source_reader_mistake (reader, value->line, "“%.80s” is not one of: %s", value->string, all);

  return -1;
}

static void
read_word (PsgSourceReader *reader,
           const PsgField  *field,
           const PsgJson   *value,
           gpointer         record)
{
  if (expect_word (reader, value, field->words) >= 0)
    take_string (field, value->string, record);
}

static void
read_enum (PsgSourceReader *reader,
           const PsgField  *field,
           const PsgJson   *value,
           gpointer         record)
{
  int index = expect_word (reader, value, field->words);

  if (index >= 0)
    PSG_FIELD_AT (guint, field, record) = index;
}

static void
read_confidence (PsgSourceReader *reader,
                 const PsgField  *field,
                 const PsgJson   *value,
                 gpointer         record)
{
  static const char *const letters[] = { "A", "B", "C", NULL };

  if (expect_word (reader, value, letters) >= 0)
    PSG_FIELD_AT (char, field, record) = value->string[0];
}

static gboolean
expect_number (PsgSourceReader *reader,
               const PsgField  *field,
               const PsgJson   *value)
{
  if (!psg_source_expect (reader, value, PSG_JSON_NUMBER))
    return FALSE;

  if ((field->flags & PSG_FIELD_POSITIVE) != 0 && value->number <= 0)
    psg_source_reader_mistake (reader, value->line, "%g is not greater than 0", value->number);
  else if (value->number < field->least || value->number > field->most)
    psg_source_reader_mistake (reader, value->line, "%g is not between %g and %g",
                               value->number, field->least, field->most);
  else if ((field->flags & PSG_FIELD_WHOLE || field->type == PSG_FIELD_COUNT) && value->number != floor (value->number))
    psg_source_reader_mistake (reader, value->line, "%g is not a whole number", value->number);
  else
    return TRUE;

  return FALSE;
}

static void
read_number (PsgSourceReader *reader,
             const PsgField  *field,
             const PsgJson   *value,
             gpointer         record)
{
  if (expect_number (reader, field, value))
    PSG_FIELD_AT (double, field, record) = value->number;
}

static void
read_count (PsgSourceReader *reader,
            const PsgField  *field,
            const PsgJson   *value,
            gpointer         record)
{
  if (expect_number (reader, field, value))
    PSG_FIELD_AT (guint, field, record) = (guint) value->number;
}

static void
read_color (PsgSourceReader *reader,
            const PsgField  *field,
            const PsgJson   *value,
            gpointer         record)
{
  if (!psg_source_expect (reader, value, PSG_JSON_STRING))
    return;

  if (g_regex_match_simple ("^#[0-9A-Fa-f]{6}$", value->string, G_REGEX_DOLLAR_ENDONLY, 0))
    PSG_FIELD_AT (guint32, field, record) = (guint32) g_ascii_strtoull (value->string + 1, NULL, 16);
  else
    psg_source_reader_mistake (reader, value->line, "“%.80s” is not a colour such as #0072b2", value->string);
}

static void
read_lane (PsgSourceReader *reader,
           const PsgField  *field,
           const PsgJson   *value,
           gpointer         record)
{
  int lane;

  if (!expect_id (reader, value))
    return;

  lane = psg_source_reader_find (reader, PSG_THING_LANE, value->string);
  PSG_FIELD_AT (guint, field, record) = MAX (lane, 0);
  if (lane < 0)
    psg_source_reader_refer (reader, PSG_THING_LANE, value->string, value->line);
}

/* An array of strings, each checked by what the field is. */
static void
read_strings (PsgSourceReader *reader,
              const PsgField  *field,
              const PsgJson   *value,
              gpointer         record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GStrv *target = &PSG_FIELD_AT (GStrv, field, record);

  if (!psg_source_expect (reader, value, PSG_JSON_ARRAY))
    return;
  if (value->items->len == 0 && (field->flags & PSG_FIELD_SOME) != 0)
    psg_source_reader_mistake (reader, value->line, "at least one is expected");

  for (guint i = 0; i < value->items->len; i++)
    {
      const PsgJson *item = g_ptr_array_index (value->items, i);
      gsize mark = psg_source_reader_enter_item (reader, i, item);
      gboolean good = field->type == PSG_FIELD_IDS    ? expect_id (reader, item)
                      : field->type == PSG_FIELD_TAGS ? expect_tag (reader, item)
                                                      : psg_source_expect_words (reader, item);

      if (good && !g_hash_table_add (seen, item->string))
        psg_source_reader_mistake (reader, item->line, "“%.80s” is there twice", item->string);
      else if (good)
        g_strv_builder_add (builder, item->string);
      if (good && field->type == PSG_FIELD_IDS)
        psg_source_reader_refer (reader, field->refers, item->string, item->line);
      psg_source_reader_leave (reader, mark);
    }

  g_strfreev (*target);
  *target = g_strv_builder_end (builder);
  if (**target == NULL)
    g_clear_pointer (target, g_strfreev);
}

/* What somebody else will read. */
static void
read_raw (PsgSourceReader *reader,
          const PsgField  *field,
          const PsgJson   *value,
          gpointer         record)
{
  PSG_FIELD_AT (const PsgJson *, field, record) = value;
}

/* Objects, lists and flags are read with their record. */
static const PsgSourceReadFunc readers[] = {
  [PSG_FIELD_ID] = read_id,
  [PSG_FIELD_STRING] = read_string,
  [PSG_FIELD_URL] = read_url,
  [PSG_FIELD_TAG] = read_tag,
  [PSG_FIELD_VERSION] = read_version,
  [PSG_FIELD_WORD] = read_word,
  [PSG_FIELD_REF] = read_ref,
  [PSG_FIELD_TEXT] = psg_source_read_text,
  [PSG_FIELD_DATE] = psg_source_read_date,
  [PSG_FIELD_INTERVAL] = psg_source_read_interval,
  [PSG_FIELD_SPAN] = psg_source_read_span,
  [PSG_FIELD_DAY] = psg_source_read_day,
  [PSG_FIELD_CONFIDENCE] = read_confidence,
  [PSG_FIELD_ENUM] = read_enum,
  [PSG_FIELD_NUMBER] = read_number,
  [PSG_FIELD_COUNT] = read_count,
  [PSG_FIELD_COLOR] = read_color,
  [PSG_FIELD_LANE] = read_lane,
  [PSG_FIELD_IDS] = read_strings,
  [PSG_FIELD_STRINGS] = read_strings,
  [PSG_FIELD_TAGS] = read_strings,
  [PSG_FIELD_RAW] = read_raw,
};

/**
 * psg_source_read_value:
 * @reader: a reader, standing at the member
 * @field: what the member should hold
 * @value: what it holds
 * @record: where to put it
 */
void
psg_source_read_value (PsgSourceReader *reader,
                       const PsgField  *field,
                       const PsgJson   *value,
                       gpointer         record)
{
  g_assert (field->type < G_N_ELEMENTS (readers) && readers[field->type] != NULL);

  readers[field->type](reader, field, value, record);
}
