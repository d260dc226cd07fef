/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-record-value.h"

#include "psg-json.h"
#include "psg-language-tag.h"

#include <string.h>

/* One value of a row that is not trusted, into a field. Every reader returns
 * %NULL, or what is wrong. */

#define MAX_TEXT_BYTES (PSG_MAX_TEXT * 4)
#define MAX_LANGUAGES 100

typedef const char *(*ReadFunc) (const char     *text,
                                 const PsgField *field,
                                 gpointer        record);

static const char *
take_string (const char     *text,
             const PsgField *field,
             gpointer        record)
{
  if (*text == '\0')
    return "it is empty";

  PSG_FIELD_AT (char *, field, record) = g_strdup (text);

  return NULL;
}

static const char *
read_id (const char     *text,
         const PsgField *field,
         gpointer        record)
{
  return psg_id_is_valid (text) ? take_string (text, field, record) : "this is not an id";
}

static const char *
read_url (const char     *text,
          const PsgField *field,
          gpointer        record)
{
  if (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
    return "this is not a web address";

  return take_string (text, field, record);
}

static const char *
read_tag (const char     *text,
          const PsgField *field,
          gpointer        record)
{
  return psg_language_tag_is_valid (text) ? take_string (text, field, record) : "this is not a language tag";
}

static const char *
read_word (const char     *text,
           const PsgField *field,
           gpointer        record)
{
  return g_strv_contains (field->words, text) ? take_string (text, field, record) : "this is not one of its words";
}

static const char *
read_enum (const char     *text,
           const PsgField *field,
           gpointer        record)
{
  for (guint i = 0; field->words[i] != NULL; i++)
    if (g_str_equal (field->words[i], text))
      {
        PSG_FIELD_AT (guint, field, record) = i;
        return NULL;
      }

  return "this is not one of its words";
}

static const char *
read_date (const char     *text,
           const PsgField *field,
           gpointer        record)
{
  PsgEdtf *date = psg_edtf_parse (text, NULL);

  PSG_FIELD_AT (PsgEdtf *, field, record) = date;

  return date != NULL ? NULL : "this is not an EDTF date";
}

static const char *
read_span (const char     *text,
           const PsgField *field,
           gpointer        record)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (text, NULL);

  if (date == NULL || !psg_time_span_from_edtf (date, &PSG_FIELD_AT (PsgTimeSpan, field, record), NULL))
    return "this is not an interval";

  return NULL;
}

static const char *
read_day (const char     *text,
          const PsgField *field,
          gpointer        record)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (text, NULL);

  if (date == NULL || !psg_day_is_valid (psg_edtf_get_earliest (date)))
    return "this is not a day";

  PSG_FIELD_AT (PsgDay, field, record) = psg_edtf_get_earliest (date);

  return NULL;
}

static const char *
read_confidence (const char     *text,
                 const PsgField *field,
                 gpointer        record)
{
  if (strlen (text) != 1 || *text < 'A' || *text > 'C')
    return "this is not A, B or C";

  PSG_FIELD_AT (char, field, record) = *text;

  return NULL;
}

static const char *
read_color (const char     *text,
            const PsgField *field,
            gpointer        record)
{
  if (text[0] != '#' || strlen (text) != 7 || strspn (text + 1, "0123456789abcdef") != 6)
    return "this is not a colour";

  PSG_FIELD_AT (guint32, field, record) = (guint32) g_ascii_strtoull (text + 1, NULL, 16);

  return NULL;
}

static gboolean
is_good_member (const PsgJsonMember *member)
{
  return !member->again
         && member->value->kind == PSG_JSON_STRING
         && *member->value->string != '\0'
         && strlen (member->value->string) <= MAX_TEXT_BYTES
         && psg_language_tag_is_valid (member->name);
}

static const char *
read_text (const char     *text,
           const PsgField *field,
           gpointer        record)
{
  g_autoptr (PsgJson) json = psg_json_parse (text, strlen (text), NULL, NULL);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  if (json == NULL || json->kind != PSG_JSON_OBJECT || json->members->len == 0 || json->members->len > MAX_LANGUAGES)
    return "this is not a language map";

  for (guint i = 0; i < json->members->len; i++)
    {
      PsgJsonMember *member = &g_array_index (json->members, PsgJsonMember, i);

      if (!is_good_member (member))
        return "this is not a language map";
      g_ptr_array_add (pairs, member->name);
      g_ptr_array_add (pairs, member->value->string);
    }

  g_ptr_array_add (pairs, NULL);
  PSG_FIELD_AT (PsgText *, field, record) = psg_text_new ((const char *const *) pairs->pdata);

  return NULL;
}

static const char *
read_strings (const char     *text,
              const PsgField *field,
              gpointer        record)
{
  g_autoptr (PsgJson) json = psg_json_parse (text, strlen (text), NULL, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (json == NULL || json->kind != PSG_JSON_ARRAY)
    return "this is not a list of strings";

  for (guint i = 0; i < json->items->len; i++)
    {
      const PsgJson *item = g_ptr_array_index (json->items, i);

      if (item->kind != PSG_JSON_STRING || *item->string == '\0')
        return "this is not a list of strings";
      g_strv_builder_add (builder, item->string);
    }

  PSG_FIELD_AT (GStrv, field, record) = g_strv_builder_end (builder);

  return NULL;
}

static const ReadFunc text_readers[] = {
  [PSG_FIELD_ID] = read_id,
  [PSG_FIELD_STRING] = take_string,
  [PSG_FIELD_URL] = read_url,
  [PSG_FIELD_TAG] = read_tag,
  [PSG_FIELD_VERSION] = take_string,
  [PSG_FIELD_WORD] = read_word,
  [PSG_FIELD_REF] = read_id,
  [PSG_FIELD_TEXT] = read_text,
  [PSG_FIELD_DATE] = read_date,
  [PSG_FIELD_INTERVAL] = read_date,
  [PSG_FIELD_SPAN] = read_span,
  [PSG_FIELD_DAY] = read_day,
  [PSG_FIELD_CONFIDENCE] = read_confidence,
  [PSG_FIELD_ENUM] = read_enum,
  [PSG_FIELD_COLOR] = read_color,
  [PSG_FIELD_STRINGS] = read_strings,
  [PSG_FIELD_TAGS] = read_strings,
};

static const char *
read_number (PsgDbStatement *statement,
             guint           column,
             const PsgField *field,
             gpointer        record)
{
  double value = psg_db_statement_get_double (statement, column);

  if (!psg_db_statement_is_double (statement, column))
    return "this is not a number";

  /* Written so that NaN is refused too. */
  if (!(value >= field->least && value <= field->most) || ((field->flags & PSG_FIELD_POSITIVE) != 0 && !(value > 0)))
    return "this number is out of range";

  PSG_FIELD_AT (double, field, record) = value;

  return NULL;
}

static const char *
read_count (PsgDbStatement *statement,
            guint           column,
            const PsgField *field,
            gpointer        record)
{
  gint64 value = psg_db_statement_get_int (statement, column);
  double most = field->type == PSG_FIELD_FLAG ? 1 : field->most;

  if (!psg_db_statement_is_int (statement, column) || value < field->least || value > most)
    return "this number is out of range";

  PSG_FIELD_AT (guint, field, record) = (guint) value;

  return NULL;
}

/**
 * psg_record_value_read:
 * @statement: stands on a row
 * @column: which value
 * @field: what it should be
 * @record: where to put it
 *
 * Returns: (nullable): %NULL, or what is wrong with it
 */
const char *
psg_record_value_read (PsgDbStatement *statement,
                       guint           column,
                       const PsgField *field,
                       gpointer        record)
{
  const char *text;

  if (field->type == PSG_FIELD_NUMBER)
    return read_number (statement, column, field, record);
  if (field->type == PSG_FIELD_COUNT || field->type == PSG_FIELD_FLAG || field->type == PSG_FIELD_LANE)
    return read_count (statement, column, field, record);

  if (psg_db_statement_is_null (statement, column))
    return (field->flags & PSG_FIELD_MUST) != 0 || field->type == PSG_FIELD_ID ? "it is missing" : NULL;

  text = psg_db_statement_get_text (statement, column);
  if (text == NULL)
    return "this is not a text in UTF-8";
  if (strlen (text) > MAX_TEXT_BYTES && (field->type == PSG_FIELD_STRING || field->type == PSG_FIELD_URL))
    return "it is too long";

  g_assert (field->type < G_N_ELEMENTS (text_readers) && text_readers[field->type] != NULL);

  return text_readers[field->type](text, field, record);
}
