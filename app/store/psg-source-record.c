/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-record.h"

/* From JSON objects to records, by their schemas: which members there are, may
 * be and must be. What a member's value may be is in psg-source-value.c. */

static void read_fields (PsgSourceReader *reader,
                         const PsgField  *fields,
                         guint            n_fields,
                         const PsgJson   *object,
                         gpointer         record);

static const PsgField *
find_field (const PsgField *fields,
            guint           n_fields,
            const char     *member)
{
  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & PSG_FIELD_NO_MEMBER) == 0 && g_str_equal (fields[i].member, member))
      return &fields[i];

  return NULL;
}

static void
set_flags (const PsgField *fields,
           guint           n_fields,
           gpointer        record)
{
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == PSG_FIELD_FLAG)
      PSG_FIELD_AT (gboolean, &fields[i], record) = TRUE;
}

static void
read_member (PsgSourceReader *reader,
             const PsgField  *field,
             const PsgJson   *value,
             gpointer         record)
{
  if (field->type == PSG_FIELD_OBJECT)
    {
      if (psg_source_expect (reader, value, PSG_JSON_OBJECT))
        {
          read_fields (reader, field->inner, field->n_inner, value, record);
          set_flags (field->inner, field->n_inner, record);
        }
    }
  else if (field->type == PSG_FIELD_LIST)
    {
      GPtrArray **list = &PSG_FIELD_AT (GPtrArray *, field, record);

      g_clear_pointer (list, g_ptr_array_unref);
      *list = psg_source_read_list (reader, field->schema, value, (guint) field->most);
      if (*list != NULL && (*list)->len == 0 && (field->flags & PSG_FIELD_SOME) != 0)
        psg_source_reader_mistake (reader, value->line, "at least one is expected");
    }
  else
    psg_source_read_value (reader, field, value, record);
}

static void
read_named (PsgSourceReader     *reader,
            const PsgField      *fields,
            guint                n_fields,
            const PsgJsonMember *member,
            gpointer             record)
{
  const PsgField *field = find_field (fields, n_fields, member->name);
  gsize mark = psg_source_reader_enter (reader, member->name);

  if (member->again)
    psg_source_reader_mistake (reader, member->line, "this member is there twice in one object");
  else if (member->name[0] == '_')
    ; /* a remark */
  else if (field == NULL)
    psg_source_reader_mistake (reader, member->line, "there is no such member here");
  else
    read_member (reader, field, member->value, record);

  psg_source_reader_leave (reader, mark);
}

static void
read_fields (PsgSourceReader *reader,
             const PsgField  *fields,
             guint            n_fields,
             const PsgJson   *object,
             gpointer         record)
{
  for (guint i = 0; i < object->members->len; i++)
    read_named (reader, fields, n_fields, &g_array_index (object->members, PsgJsonMember, i), record);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].flags & (PSG_FIELD_MUST | PSG_FIELD_NO_MEMBER)) == PSG_FIELD_MUST
        && psg_json_get (object, fields[i].member) == NULL)
      {
        gsize mark = psg_source_reader_enter (reader, fields[i].member);

        psg_source_reader_mistake (reader, object->line, "this member is missing");
        psg_source_reader_leave (reader, mark);
      }
}

/* Takes down a record's id, unless it stands outside the object. */
static void
define_record (PsgSourceReader *reader,
               const PsgSchema *schema,
               const PsgJson   *object,
               gpointer         record)
{
  const PsgField *field = &schema->fields[0];
  const char *id = NULL;
  gsize mark;

  if (schema->thing == PSG_THING_NONE || (field->flags & PSG_FIELD_NO_MEMBER) != 0)
    return;

  g_assert (field->type == PSG_FIELD_ID);
  id = PSG_FIELD_AT (char *, field, record);
  if (id == NULL)
    return;

  mark = psg_source_reader_enter (reader, field->member);
  psg_source_reader_define (reader, schema->thing, id, psg_json_get (object, field->member)->line);
  psg_source_reader_leave (reader, mark);
}

static void
finish_record (PsgSourceReader *reader,
               const PsgSchema *schema,
               gpointer         record)
{
  const char *member = NULL;
  const char *message = schema->finish != NULL ? schema->finish (record, &member) : NULL;

  if (message != NULL)
    psg_source_reader_mistake_in (reader, record, member, "%s", message);
}

/**
 * psg_source_read_into:
 * @reader: a reader, standing at @object
 * @schema: what it should be
 * @object: a JSON object
 * @record: a record of that schema, to be filled
 */
void
psg_source_read_into (PsgSourceReader *reader,
                      const PsgSchema *schema,
                      const PsgJson   *object,
                      gpointer         record)
{
  psg_source_reader_remember (reader, record, object);
  read_fields (reader, schema->fields, schema->n_fields, object, record);
  define_record (reader, schema, object, record);
  finish_record (reader, schema, record);
}

/**
 * psg_source_read_record:
 * @reader: a reader, standing at @object
 * @schema: what it should be
 * @object: a JSON value
 *
 * Returns: (transfer full) (nullable): the record, which may lack what was wrong; %NULL if
 *   @object is no object
 */
gpointer
psg_source_read_record (PsgSourceReader *reader,
                        const PsgSchema *schema,
                        const PsgJson   *object)
{
  gpointer record;

  if (!psg_source_expect (reader, object, PSG_JSON_OBJECT))
    return NULL;

  record = schema->create ();
  psg_source_read_into (reader, schema, object, record);

  return record;
}

/**
 * psg_source_read_list:
 * @reader: a reader, standing at @array
 * @schema: what each item should be
 * @array: a JSON value
 * @most: how many there may be
 *
 * Returns: (transfer full) (nullable): the records; %NULL if @array is no array
 */
GPtrArray *
psg_source_read_list (PsgSourceReader *reader,
                      const PsgSchema *schema,
                      const PsgJson   *array,
                      guint            most)
{
  GPtrArray *list;

  if (!psg_source_expect (reader, array, PSG_JSON_ARRAY))
    return NULL;
  if (array->items->len > most)
    psg_source_reader_mistake (reader, array->line, "there are %u; at most %u are allowed", array->items->len, most);

  list = g_ptr_array_new_with_free_func (schema->destroy);
  for (guint i = 0; i < array->items->len; i++)
    {
      const PsgJson *item = g_ptr_array_index (array->items, i);
      gsize mark = psg_source_reader_enter_item (reader, i, item);
      gpointer record = psg_source_read_record (reader, schema, item);

      if (record != NULL)
        g_ptr_array_add (list, record);
      psg_source_reader_leave (reader, mark);
    }

  return list;
}
